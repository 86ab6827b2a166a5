package dev.unitracker.spi;

/**
 * The parts of a store within one transaction on one account. Not valid after it, and not for use by several threads.
 */
public interface StoreSession extends Owned, Watched, Told, Briefed {

    /**
     * Returns this session with another outbox. A host that keeps its messages in tables of its own wraps its store,
     * and gives out such sessions. That outbox must write in the same transaction; otherwise a crash loses alerts.
     */
    default StoreSession with(Told told) {
        return new Composed(this, this, told, this);
    }
}
