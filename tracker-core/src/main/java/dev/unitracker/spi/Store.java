package dev.unitracker.spi;

import dev.unitracker.error.StoreException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Stores accounts: their items, what was seen of them, the ledger, and what was told. Safe for use by several threads.
 *
 * <p>Whoever writes a store runs {@code StoreContract} of the test kit against it.
 */
public interface Store extends AutoCloseable {

    /**
     * Runs work on one account in a transaction: all that it writes is kept or, if it throws, nothing. Transactions of
     * one account that write run one after the other, so ledger numbers follow the order in which entries become
     * visible.
     *
     * <p>The work may run more than once, because another process may have written what it read. What an earlier run
     * wrote is not kept. So the work should do nothing that lasts, except through its session.
     *
     * <p>A call within other work of the same thread on the same account joins its transaction: it sees what was
     * written so far, and both are committed together. If the inner work throws, the outer transaction cannot be
     * committed any more, even if the outer work catches the exception. A call within work on another account is a
     * transaction of its own.
     *
     * @param <T> the type of the result
     * @param account the account's name
     * @param work what to do
     * @return what the work returned
     * @throws StoreException if the store cannot be read or written; what {@code work} throws comes out as it is
     */
    <T> T inTransaction(String account, Work<T> work);

    /**
     * Runs work that reads one account. All that it reads is of the same moment. It does not wait for transactions that
     * write the account, nor do they wait for it.
     *
     * <p>A call within other work of the same thread on the same account joins it; within a transaction it sees what
     * was written so far. A transaction on the same account within this work is refused.
     *
     * @param <T> the type of the result
     * @param account the account's name; nothing is found in one that does not exist
     * @param work what to read
     * @return what the work returned
     * @throws IllegalStateException if the work writes
     * @throws StoreException if the store cannot be read; what {@code work} throws comes out as it is
     */
    <T> T reading(String account, Work<T> work);

    /**
     * Returns the names of the accounts that were ever written, ordered; empty if there are none.
     *
     * @throws StoreException if the store cannot be read
     */
    List<String> accounts();

    /**
     * Returns the profiles of the accounts that have one, by the account's name; empty if none has. Default: each
     * account is read by itself; a store that can read all at once overrides this.
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

    /**
     * Returns the number of the last ledger entry of each of some accounts, by the account's name; those in which nothing was
     * written are left out. It is asked again and again by whoever waits for news. Default: each account is read by itself; a
     * store that can read all at once overrides this.
     *
     * @throws StoreException if the store cannot be read
     */
    default SortedMap<String, Long> lastNumbers(Collection<String> accounts) {
        SortedMap<String, Long> numbers = new TreeMap<>();
        for (String account : accounts) {
            long last = reading(account, session -> session.ledger().last());
            if (last > 0) {
                numbers.put(account, last);
            }
        }
        return numbers;
    }

    /**
     * Returns how far behind each account is that was ever written, by its name; empty if there are none. Default: each is read by
     * itself; a store that can read all at once overrides this.
     *
     * @throws StoreException if the store cannot be read
     */
    default SortedMap<String, Lag> lags(Instant now) {
        SortedMap<String, Lag> lags = new TreeMap<>();
        accounts().forEach(account -> lags.put(account, reading(account, session -> Lag.of(session, now))));
        return lags;
    }

    /** Releases what the store opened itself; what the caller gave to it stays open. */
    @Override
    void close();

    /**
     * Work on one account.
     *
     * @param <T> the type of the result
     */
    @FunctionalInterface
    interface Work<T> {
        /**
         * Does the work.
         *
         * @param session the parts of the store; not valid after the work
         * @return the result
         */
        T in(StoreSession session);
    }
}
