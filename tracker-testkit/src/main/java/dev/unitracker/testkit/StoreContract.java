package dev.unitracker.testkit;

import dev.unitracker.spi.Store;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What every {@link Store} promises, as tests. Whoever writes a store extends this class and says how to open an empty
 * one:
 *
 * <pre>{@code
 * class MyStoreTest extends StoreContract {
 *     @Override
 *     protected Store open() {
 *         return new MyStore(emptyDatabase());
 *     }
 * }
 * }</pre>
 *
 * <p>Moments are in whole microseconds: a store need not keep them finer. A store may leave out NUL characters. Each test begins
 * with a new, empty store. Some of them use it from several threads.
 */
public abstract class StoreContract
        implements ProfilesContract,
                ItemsContract,
                PagesContract,
                SearchContract,
                AgendaContract,
                SightingsContract,
                LedgerContract,
                RunsContract,
                NotesContract,
                OutboxContract,
                LeasesContract,
                BriefsContract,
                ModelJobsContract,
                TransactionContract,
                ReadingContract,
                NestingContract,
                ConcurrencyContract {

    private Store store = UNOPENED;

    private static final Store UNOPENED = new Store() {
        @Override
        public <T> T inTransaction(String account, Work<T> work) {
            throw new IllegalStateException("the store is opened before each test");
        }

        @Override
        public <T> T reading(String account, Work<T> work) {
            throw new IllegalStateException("the store is opened before each test");
        }

        @Override
        public List<String> accounts() {
            return List.of();
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    };

    /** Opens a store in which nothing is remembered. It is closed after the test. */
    protected abstract Store open();

    /**
     * Opens another store on the data of the one that was opened last, which is still open. Default: empty, for stores
     * whose data nobody else can see; what is promised of a second one is then not tested.
     */
    protected Optional<Store> reopen() {
        return Optional.empty();
    }

    @BeforeEach
    final void openStore() {
        store = open();
    }

    @AfterEach
    final void closeStore() {
        store.close();
    }

    @Override
    public final Store store() {
        return store;
    }

    @Override
    public final Optional<Store> secondStore() {
        return reopen();
    }
}
