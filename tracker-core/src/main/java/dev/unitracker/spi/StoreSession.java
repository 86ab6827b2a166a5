package dev.unitracker.spi;

/** The parts of a store within one transaction on one account. Not valid after it. */
public interface StoreSession extends Owned, Watched, Told, Briefed {

    /**
     * Returns this session with another outbox. A host whose messages go through tables of its own wraps its store with it;
     * that outbox has to be written in the same transaction, or a crash loses alerts.
     */
    default StoreSession with(Told told) {
        return new Composed(this, this, told, this);
    }
}
