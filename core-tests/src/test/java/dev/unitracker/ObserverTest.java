package dev.unitracker;

import static dev.unitracker.Classroom.CONTENTS;
import static dev.unitracker.Classroom.module;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.error.NotDeliveredException;
import dev.unitracker.error.StoreException;
import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.report.DispatchReport;
import dev.unitracker.report.SyncReport;
import dev.unitracker.spi.Lag;
import dev.unitracker.spi.Store;
import dev.unitracker.testkit.FakeCollector;
import dev.unitracker.testkit.ForwardingStore;
import dev.unitracker.testkit.RecordingNotifier;
import dev.unitracker.testkit.TestClock;
import dev.unitracker.words.Language;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is told what a tracker does, and how an account says that something hangs. */
class ObserverTest {

    private final TestClock clock = new TestClock(Classroom.START);
    private final FakeCollector collector =
            new FakeCollector("source").shows(CONTENTS, module(1).build());
    private final RecordingNotifier notifier = new RecordingNotifier("channel");
    private final List<String> heard = new ArrayList<>();

    private Tracker tracker(Store store, TrackerObserver observer) {
        return Tracker.of(store, ZoneId.of("America/Lima"), Language.ENGLISH)
                .clock(clock)
                .collector(collector)
                .notifier(notifier)
                .observer(observer)
                .build();
    }

    private final TrackerObserver listening = new TrackerObserver() {
        @Override
        public void looked(SyncReport report) {
            heard.add("looked " + report.run().outcome().key() + " "
                    + report.changes().size());
        }

        @Override
        public void notLooked(RuntimeException failure) {
            heard.add("not looked " + failure.getClass().getSimpleName());
        }

        @Override
        public void told(DispatchReport report) {
            heard.add("told " + report.sent() + " " + report.troubles().keySet());
        }
    };

    @Test
    void each_look_and_what_is_told_at_its_end_or_in_between_is_heard_of() {
        Tracker tracker = tracker(new InMemoryStore(), listening);

        tracker.sync();
        tracker.syncFully();
        tracker.sync(Set.of("source"));
        tracker.dispatch();

        assertThat(heard)
                .containsExactly(
                        "looked complete 1",
                        "told 1 []",
                        "looked complete 0",
                        "told 0 []",
                        "looked complete 0",
                        "told 0 []",
                        "told 0 []");
    }

    @Test
    void a_look_that_was_not_made_is_heard_of_and_fails_all_the_same() {
        Tracker tracker = tracker(new Broken(), listening);

        assertThatThrownBy(tracker::sync).isInstanceOf(StoreException.class);

        assertThat(heard).containsExactly("not looked StoreException");
    }

    @Test
    void who_fails_while_he_hears_it_keeps_nobody_from_working() {
        Tracker tracker = tracker(new InMemoryStore(), new TrackerObserver() {
            @Override
            public void looked(SyncReport report) {
                throw new IllegalStateException("on purpose");
            }

            @Override
            public void told(DispatchReport report) {
                throw new IllegalStateException("on purpose");
            }
        });

        assertThat(tracker.sync().complete()).isTrue();
        assertThat(notifier.headlines()).hasSize(1);
        assertThat(tracker.dispatch().sent()).isZero();
    }

    @Test
    void a_channel_that_fails_for_now_is_known_until_it_takes_what_is_due() {
        Tracker tracker = tracker(new InMemoryStore(), listening);
        notifier.fails(NotDeliveredException.forNow("busy", null));
        tracker.sync();

        Health failing = tracker.account().health();
        notifier.recovers();
        clock.advance(Duration.ofMinutes(2));
        tracker.dispatch();

        assertThat(failing.failing()).hasSize(1);
        assertThat(failing.undelivered()).isEmpty();
        assertThat(tracker.account().health().failing()).isEmpty();
    }

    @Test
    void what_nobody_sends_is_late() {
        InMemoryStore store = new InMemoryStore();
        Tracker tracker = tracker(store, listening);
        notifier.fails(NotDeliveredException.forNow("busy", null));
        tracker.sync();
        assertThat(tracker.account().health().isLate(Duration.ofMinutes(15))).isFalse();

        clock.advance(Duration.ofMinutes(20));

        assertThat(tracker.account().health().isLate(Duration.ofMinutes(15))).isTrue();
        assertThat(Accounts.in(store).at(clock).lags())
                .extractingByKey("default")
                .extracting(Lag::waitingSince)
                .isEqualTo(tracker.account().health().waitingSince());
        clock.advance(Duration.ofDays(8));
        assertThat(tracker.account().health().waitingSince()).isNull();
    }

    /** A store that can be opened, and then fails. */
    private static final class Broken extends ForwardingStore {
        private int transactions;

        Broken() {
            super(new InMemoryStore());
        }

        @Override
        public <T> T inTransaction(String account, Work<T> work) {
            transactions++;
            if (transactions > 1) {
                throw new StoreException("away");
            }
            return super.inTransaction(account, work);
        }
    }
}
