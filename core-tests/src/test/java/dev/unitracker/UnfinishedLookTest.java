package dev.unitracker;

import static dev.unitracker.Classroom.ASSIGNMENTS;
import static dev.unitracker.Classroom.CONTENTS;
import static dev.unitracker.Classroom.about;
import static dev.unitracker.Classroom.changes;
import static dev.unitracker.Classroom.modules;
import static dev.unitracker.Classroom.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.error.StoreException;
import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.report.SyncReport;
import dev.unitracker.run.Run;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Store;
import dev.unitracker.spi.StoreSession;
import dev.unitracker.testkit.FakeCollector;
import dev.unitracker.testkit.ForwardingStore;
import dev.unitracker.testkit.TestClock;
import dev.unitracker.words.Language;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A look that wrote its courses and did not get to its end, because its process was killed or its store failed. */
class UnfinishedLookTest {

    private static final Observation ALL = seen(CONTENTS, modules(1, 10));
    private static final Observation WITHOUT_10 = seen(CONTENTS, modules(1, 9));

    private final Store memory = new InMemoryStore();
    private final FakeCollector source = new FakeCollector("source");
    private boolean failing;
    private final Tracker tracker = Tracker.of(Accounts.in(new FailingAtTheEnd())
                    .create("me", ZoneId.of("America/Argentina/Buenos_Aires"), Language.SPANISH))
            .collectors(List.of(source))
            .clock(new TestClock(Classroom.START))
            .build();

    @BeforeEach
    void a_course_of_ten() {
        source.showsOnly(ALL);
        tracker.syncFully();
    }

    @Test
    void an_absence_that_it_counted_is_not_counted_again_by_the_next_attempt() {
        source.showsOnly(WITHOUT_10);
        dies();

        SyncReport attempt = tracker.syncFully();
        SyncReport second = tracker.syncFully();

        assertThat(attempt.changes()).isEmpty();
        assertThat(changes(second)).containsExactly("module:10 removed");
    }

    @Test
    void however_many_attempts_it_takes_an_absence_is_not_proven() {
        source.showsOnly(WITHOUT_10);
        dies();
        dies();
        dies();

        assertThat(tracker.syncFully().changes()).isEmpty();
    }

    @Test
    void an_absence_that_it_proved_is_written_once() {
        source.showsOnly(WITHOUT_10);
        tracker.syncFully();
        dies();

        SyncReport attempt = tracker.syncFully();

        assertThat(attempt.changes()).isEmpty();
        assertThat(tracker.account().changes().after(10, 100))
                .extracting(change -> change.item().key() + " " + change.kind().key())
                .containsExactly("module:10 removed");
    }

    @Test
    void what_it_saw_for_the_first_time_is_not_seen_for_the_first_time_again() {
        source.showsOnly(ALL, seen(ASSIGNMENTS, about(1).build()));
        dies();

        source.showsOnly(ALL);
        tracker.syncFully();

        assertThat(memory.<Object>inTransaction(
                        "me", session -> session.sightings().settled()))
                .isEqualTo(Set.of(Scope.parse(ASSIGNMENTS), Scope.parse(CONTENTS)));
    }

    private void dies() {
        failing = true;
        assertThatThrownBy(tracker::syncFully).isInstanceOf(StoreException.class);
        failing = false;
    }

    /** Fails, as long as it is told to, when a look would write down that it ended. What it wrote before stays. */
    private final class FailingAtTheEnd extends ForwardingStore {

        FailingAtTheEnd() {
            super(memory);
        }

        @Override
        public <T> T inTransaction(String account, Work<T> work) {
            return super.inTransaction(account, session -> {
                long runs = ended(session);
                T result = work.in(session);
                if (failing && ended(session) > runs) {
                    throw new StoreException("the database is away");
                }
                return result;
            });
        }

        private static long ended(StoreSession session) {
            return session.runs().latest(100).stream().filter(Run::ended).count();
        }
    }
}
