package dev.unitracker.testkit;

import dev.unitracker.spi.Lag;
import dev.unitracker.spi.Profile;
import dev.unitracker.spi.Store;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;

/**
 * A store that hands all on to another one, for tests of what happens when a database fails: override what is to go wrong, and
 * call {@code super} for the rest. As safe for use by several threads as the other one.
 */
public abstract class ForwardingStore implements Store {

    private final Store store;

    /** Hands on to a store, which {@link #close} closes. */
    protected ForwardingStore(Store store) {
        this.store = Objects.requireNonNull(store, "store");
    }

    @Override
    public <T> T inTransaction(String account, Work<T> work) {
        return store.inTransaction(account, work);
    }

    @Override
    public <T> T reading(String account, Work<T> work) {
        return store.reading(account, work);
    }

    @Override
    public List<String> accounts() {
        return store.accounts();
    }

    @Override
    public SortedMap<String, Profile> profiles() {
        return store.profiles();
    }

    @Override
    public SortedMap<String, Long> lastNumbers(Collection<String> accounts) {
        return store.lastNumbers(accounts);
    }

    @Override
    public SortedMap<String, Lag> lags(Instant now) {
        return store.lags(now);
    }

    @Override
    public void close() {
        store.close();
    }
}
