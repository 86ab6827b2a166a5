package dev.unitracker.spi;

import dev.unitracker.error.StoreException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Remembers accounts: their items, what was seen of them, and the ledger. Safe for use by several threads.
 *
 * <p>Whoever writes a store runs the contract of the test kit against it.
 */
public interface Store extends AutoCloseable {

    /**
     * Does some work on one account: all of it or, if it throws, nothing. Two transactions of one account that write
     * are never interleaved, so that ledger numbers follow the order in which entries become visible.
     *
     * <p>The work may be called more than once: what it read may have been written by somebody else before it could write
     * itself. Its earlier calls have left nothing behind; so it should do nothing that lasts but through its session.
     *
     * <p>A call within the work of another one of the same thread and account joins it: it sees what was written so far,
     * and is committed with it or not at all. If it throws, the outer one cannot be committed any more, even if it goes
     * on. A call within work on another account is a transaction of its own.
     *
     * @throws StoreException if the store cannot be read or written; what {@code work} throws comes out as it is
     */
    <T> T inTransaction(String account, Work<T> work);

    /**
     * Reads one account as it is at one moment. It waits for nobody who writes the account, nobody who writes waits for it,
     * and all that the work reads is of the same moment.
     *
     * <p>A call within other work of the same thread and account joins it: within a transaction it sees what was written so
     * far. A transaction on the same account within the work is refused.
     *
     * @throws IllegalStateException if the work writes
     * @throws StoreException if the store cannot be read; what {@code work} throws comes out as it is
     */
    <T> T reading(String account, Work<T> work);

    /**
     * Returns the accounts that were ever written, ordered.
     *
     * @throws StoreException if the store cannot be read
     */
    List<String> accounts();

    /**
     * Returns the profiles of the accounts that have one, by the account's name, ordered. By default it asks each account
     * for its own; a store that can answer in one question overrides it.
     *
     * @throws StoreException if the store cannot be read
     */
    default SortedMap<String, Profile> profiles() {
        SortedMap<String, Profile> profiles = new TreeMap<>();
        for (String account : accounts()) {
            reading(account, session -> session.profiles().find()).ifPresent(profile -> profiles.put(account, profile));
        }
        return profiles;
    }

    /** Releases what the store opened itself. */
    @Override
    void close();

    /**
     * Work on one account.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    interface Work<T> {
        /**
         * Does the work.
         *
         * @param session the parts of the store; not valid after the work
         * @return what comes of it
         */
        T in(StoreSession session);
    }
}
