package dev.unitracker.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.Tracker;
import dev.unitracker.error.StoreException;
import dev.unitracker.model.Change;
import dev.unitracker.model.ItemType;
import dev.unitracker.spi.NoteOwner;
import dev.unitracker.spi.Sighting;
import dev.unitracker.spi.Store;
import dev.unitracker.testkit.FakeCollector;
import dev.unitracker.testkit.ForwardingStore;
import dev.unitracker.testkit.TestClock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database goes away in the middle of a look. */
class InterruptedTest {

    @TempDir
    private Path folder = Path.of("");

    private final FakeCollector source = new FakeCollector("source")
            .shows("contents/course:1", modules(1))
            .shows("contents/course:2", modules(2))
            .shows("contents/course:3", modules(3));

    @Test
    void a_postgresql_that_ends_all_connections_costs_the_look_and_nothing_else() {
        String name = PostgreSqlServer.newDatabase();
        JdbcConnectionPool pool = PostgreSqlServer.pool(name);
        try (JdbcStore store = JdbcStore.on(pool).build()) {
            assertGoesOn(store, () -> PostgreSqlServer.disconnect(name));
        } finally {
            pool.dispose();
            PostgreSqlServer.drop(name);
        }
    }

    @Test
    void an_h2_that_is_shut_down_costs_the_look_and_nothing_else() {
        String url = "jdbc:h2:file:" + folder.resolve("tracker").toAbsolutePath();
        try (JdbcStore store = JdbcStore.at(url).build()) {
            assertGoesOn(store, () -> shutDown(url));
        }
    }

    @Test
    void the_accounts_are_read_although_all_connections_were_ended() {
        String name = PostgreSqlServer.newDatabase();
        JdbcConnectionPool pool = PostgreSqlServer.pool(name);
        try (JdbcStore store = JdbcStore.on(pool).build()) {
            tracker(store, "ana").sync();
            PostgreSqlServer.disconnect(name);

            assertThat(store.accounts()).containsExactly("ana");
        } finally {
            pool.dispose();
            PostgreSqlServer.drop(name);
        }
    }

    /** In whatever transaction of the look it happens, the next looks lead to the same ledger. */
    private void assertGoesOn(JdbcStore store, Runnable trouble) {
        int transactions = transactions(store);
        assertThat(transactions).isGreaterThan(4);
        List<String> undisturbed = ledger(tracker(store, "0"));

        for (int at = 1; at <= transactions; at++) {
            String account = Integer.toString(at);
            OtherProcess.account(store, account);
            Tracker disturbed = tracker(new TroubledStore(store, at, trouble), account);

            assertThatThrownBy(disturbed::sync)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("could not")
                    .hasMessageMatching("(?s).*(cannot be reached|was closed).*");
            tracker(store, account).sync();

            assertThat(ledger(tracker(store, account))).isEqualTo(undisturbed);
        }
    }

    private int transactions(JdbcStore store) {
        OtherProcess.account(store, "0");
        TroubledStore counting = new TroubledStore(store, 0, () -> {});
        tracker(counting, "0").sync();
        return counting.count.get();
    }

    /** The same owner each time, so that it takes back what it could not give back. */
    private Tracker tracker(Store store, String account) {
        return Tracker.of(OtherProcess.account(store, account))
                .owner("ana")
                .clock(new TestClock())
                .collectors(List.of(source))
                .build();
    }

    private static List<String> ledger(Tracker tracker) {
        return tracker.account().changes().after(0, 100).stream()
                .sorted((one, other) -> Long.compare(one.number(), other.number()))
                .map(InterruptedTest::line)
                .toList();
    }

    private static String line(Change change) {
        return change.number() + " " + change.item().key() + " " + change.kind() + " " + change.baseline() + " "
                + change.fields();
    }

    private static Sighting[] modules(int course) {
        return IntStream.range(0, 3)
                .mapToObj(number -> Sighting.of("module:" + course + number, ItemType.ASSIGNMENT)
                        .course("course:" + course)
                        .title("Essay " + number)
                        .build())
                .toArray(Sighting[]::new);
    }

    private static void shutDown(String url) {
        try (Connection connection = DriverManager.getConnection(url + ";LOCK_TIMEOUT=10000", "", "");
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown immediately");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A store whose database has trouble in the middle of one transaction, after its work was done. */
    private static final class TroubledStore extends ForwardingStore {
        private final AtomicInteger count = new AtomicInteger();
        private final int at;
        private final Runnable trouble;

        TroubledStore(Store store, int at, Runnable trouble) {
            super(store);
            this.at = at;
            this.trouble = trouble;
        }

        @Override
        public <T> T inTransaction(String account, Work<T> work) {
            return super.inTransaction(account, session -> {
                T result = work.in(session);
                if (count.incrementAndGet() == at) {
                    trouble.run();
                    session.notes().put(NoteOwner.CORE, "one more", "statement");
                }
                return result;
            });
        }
    }
}
