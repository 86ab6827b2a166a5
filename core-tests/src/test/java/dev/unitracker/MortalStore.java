package dev.unitracker;

import dev.unitracker.error.StoreException;
import dev.unitracker.spi.Store;
import java.util.List;

/** A store that can be told to go away around the commit of a transaction, and stays away until it is told to be back. */
final class MortalStore implements Store {

    /** Around which commits it may go away. */
    enum When {
        BEFORE_THE_COMMIT,
        AFTER_THE_COMMIT
    }

    private final Store store;
    private When when = When.BEFORE_THE_COMMIT;
    private int left = Integer.MAX_VALUE;

    Runnable betweenTransactions = () -> {};

    MortalStore(Store store) {
        this.store = store;
    }

    /** Goes away at a transaction, counted from 1. */
    void diesAt(int transaction, When around) {
        left = transaction;
        when = around;
    }

    /** Is there again for good. Returns whether it was away. */
    boolean revives() {
        boolean dead = left <= 0;
        left = Integer.MAX_VALUE;
        return dead;
    }

    @Override
    public <T> T inTransaction(String account, Work<T> work) {
        if (left <= 0) {
            throw away();
        }
        left--;
        T result = store.inTransaction(account, session -> {
            T done = work.in(session);
            dieIf(left == 0 && when == When.BEFORE_THE_COMMIT);
            return done;
        });
        dieIf(left == 0);
        betweenTransactions.run();
        return result;
    }

    private static void dieIf(boolean now) {
        if (now) {
            throw away();
        }
    }

    private static StoreException away() {
        return new StoreException("the database is away");
    }

    @Override
    public <T> T reading(String account, Work<T> work) {
        dieIf(left <= 0);
        return store.reading(account, work);
    }

    @Override
    public List<String> accounts() {
        return store.accounts();
    }

    @Override
    public void close() {
        store.close();
    }
}
