package dev.unitracker.spi;

/**
 * The parts of a store within one transaction on one account. A session and its parts are valid only in the
 * {@linkplain Store.Work work} that got the session, and only in its thread.
 *
 * <p>Every method of every part throws a {@link dev.unitracker.error.StoreException} if the store cannot be read or
 * written. In {@link Store#reading} a method that writes throws an {@link IllegalStateException}.
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
