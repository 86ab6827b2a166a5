package dev.unitracker.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.Tracker;
import dev.unitracker.error.AccountBusyException;
import dev.unitracker.model.Change;
import dev.unitracker.report.SyncReport;
import dev.unitracker.run.Run;
import dev.unitracker.spi.Store;
import dev.unitracker.testkit.ForwardingStore;
import dev.unitracker.testkit.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Leases on databases: a look that seemed dead goes on when another one has taken the account. */
class LateOwnerTest {

    private static final Duration SEEMS_DEAD = Duration.ofMinutes(16);

    private final TestClock clock = new TestClock();

    /**
     * The late owner's transaction has begun to read, and sees its own lease, when the takeover is committed. In whatever
     * transaction of a look that happens, the late one writes nothing from then on.
     */
    @ParameterizedTest
    @EnumSource
    void who_was_taken_over_after_it_began_to_read_cannot_write(TestDatabase.Kind kind) {
        try (TestDatabase database = kind.create();
                JdbcStore store = JdbcStore.on(database.pool()).build()) {
            int transactions = transactions(store);
            List<String> undisturbed = ledger(store, "0");

            List<Integer> refused = new ArrayList<>();
            for (int at = 2; at <= transactions; at++) {
                String account = Integer.toString(at);
                OtherProcess.account(store, account);
                boolean written = isWrittenBy(tracker(new TakenOver(store, at), account, "late"));

                assertThat(ledger(store, account))
                        .as("taken over in transaction %d", at)
                        .isEqualTo(undisturbed);
                assertThat(tracker(store, account, "other").account().runs(9).stream()
                                .filter(Run::ended))
                        .hasSize(written ? 2 : 1);
                if (!written) {
                    refused.add(at);
                }
            }
            // After the transaction that ends a look there is nothing left to write.
            assertThat(refused).startsWith(2, 3, 4, 5).isSorted().last().isEqualTo(refused.size() + 1);
        }
    }

    private static boolean isWrittenBy(Tracker late) {
        try {
            late.sync();
            return true;
        } catch (AccountBusyException e) {
            assertThat(e).hasMessageContainingAll("was taken over by other", "look wrote nothing for too long");
            return false;
        }
    }

    @Test
    void of_two_processes_one_looks_and_the_other_is_told_so_until_the_lease_of_the_dead_one_runs_out() {
        String name = PostgreSqlServer.newDatabase();
        try (JdbcStore store = JdbcStore.at(PostgreSqlServer.url(name)).build()) {
            Tracker tracker = tracker(store, "ana", "this process");
            try (OtherProcess other = OtherProcess.lookingAt(PostgreSqlServer.url(name))) {
                assertThat(other).isNotNull();
                assertThatThrownBy(tracker::sync)
                        .isInstanceOf(AccountBusyException.class)
                        .hasMessageContainingAll(
                                "the account ana is being looked at by the other process", "look again");
                assertThat(tracker(store, "bruno", "this process").sync().changes())
                        .hasSize(6);
            }

            clock.advance(Duration.ofMinutes(14));
            assertThatThrownBy(tracker::sync).isInstanceOf(AccountBusyException.class);
            clock.advance(Duration.ofMinutes(2));
            SyncReport report = tracker.sync();

            assertThat(report.changes()).hasSize(6);
            assertThat(tracker.account().runs(9)).hasSize(1);
        } finally {
            PostgreSqlServer.drop(name);
        }
    }

    private int transactions(JdbcStore store) {
        OtherProcess.account(store, "0");
        TakenOver counting = new TakenOver(store, 0);
        tracker(counting, "0", "one").sync();
        assertThat(counting.count.get()).isGreaterThan(4);
        return counting.count.get();
    }

    private Tracker tracker(Store store, String account, String owner) {
        return OtherProcess.tracker(store, account, owner, clock, () -> {});
    }

    private List<String> ledger(Store store, String account) {
        return tracker(store, account, "reader").account().changes().after(0, 100).stream()
                .map(LateOwnerTest::line)
                .toList();
    }

    private static String line(Change change) {
        return change.number() + " " + change.item().key() + " " + change.kind() + " " + change.fields();
    }

    /** A store in whose nth transaction, after its first read, another owner takes the account and makes a whole look. */
    private final class TakenOver extends ForwardingStore {
        private final AtomicInteger count = new AtomicInteger();
        private final Store store;
        private final int at;

        TakenOver(Store store, int at) {
            super(store);
            this.store = store;
            this.at = at;
        }

        @Override
        public <T> T inTransaction(String account, Work<T> work) {
            boolean now = count.incrementAndGet() == at;
            AtomicInteger calls = new AtomicInteger();
            return super.inTransaction(account, session -> {
                session.leases().latest();
                if (now && calls.incrementAndGet() == 1) {
                    takeOver(account);
                }
                return work.in(session);
            });
        }

        private void takeOver(String account) {
            clock.advance(SEEMS_DEAD);
            Thread other = new Thread(() -> tracker(store, account, "other").sync());
            other.start();
            try {
                other.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
