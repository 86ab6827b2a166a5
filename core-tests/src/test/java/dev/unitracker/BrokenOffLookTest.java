package dev.unitracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.artifact.Retention;
import dev.unitracker.error.AccountBusyException;
import dev.unitracker.error.StoreException;
import dev.unitracker.memory.InMemoryArtifactStore;
import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.model.Change;
import dev.unitracker.report.ReplayReport;
import dev.unitracker.report.SyncReport;
import dev.unitracker.run.Run;
import dev.unitracker.run.Run.Outcome;
import dev.unitracker.spi.KeptAnswer;
import dev.unitracker.spi.NoteOwner;
import dev.unitracker.spi.Progress;
import dev.unitracker.spi.RunAnswers;
import dev.unitracker.testkit.FakeCollector;
import dev.unitracker.testkit.RecordingNotifier;
import dev.unitracker.testkit.TestClock;
import dev.unitracker.words.Language;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A look that broke off and was made again, by a collector that does not ask twice for what it has read. */
class BrokenOffLookTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final TestClock clock = new TestClock(Classroom.START);
    private final InMemoryStore kept = new InMemoryStore();
    private final MortalStore store = new MortalStore(kept);
    private final InMemoryArtifactStore artifacts = new InMemoryArtifactStore(clock);
    private final Library library =
            new Library().shows(1, "a", "b").shows(2, "a", "b").shows(10, "a");
    private final Tracker tracker = tracker().build();

    @ParameterizedTest
    @EnumSource
    void a_first_look_that_broke_off_anywhere_is_replayed_with_the_one_made_in_its_place(MortalStore.When around) {
        boolean broken = true;
        for (int transaction = 1; broken; transaction++) {
            BrokenOffLookTest world = new BrokenOffLookTest();

            broken = world.breaksOff(transaction, around);
            world.look();

            assertReplayed(world, "a look broken off at transaction " + transaction);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_look_at_changes_that_broke_off_anywhere_is_replayed_with_the_one_made_in_its_place(MortalStore.When around) {
        boolean broken = true;
        for (int transaction = 1; broken; transaction++) {
            BrokenOffLookTest world = new BrokenOffLookTest();
            world.look();
            world.changes();

            broken = world.breaksOff(transaction, around);
            world.look();
            world.look();

            assertReplayed(world, "a look broken off at transaction " + transaction);
            assertThat(world.tracker.account().changes().after(0, 100))
                    .extracting(
                            change -> change.item().key() + " " + change.kind().key())
                    .containsOnlyOnce("file:1:b removed", "file:2:c new");
        }
    }

    private void changes() {
        library.shows(1, "a other", "c").shows(2, "a", "b", "c").shows(10);
    }

    @Test
    void looks_that_break_off_again_and_again_are_replayed() {
        for (int transaction = 4; transaction < 8; transaction++) {
            breaksOff(transaction, MortalStore.When.AFTER_THE_COMMIT);
            library.shows(2, "a " + transaction, "b").shows(10, "a " + transaction);
        }
        look();
        changes();
        for (int transaction = 9; transaction > 2; transaction--) {
            breaksOff(transaction, MortalStore.When.AFTER_THE_COMMIT);
        }
        look();
        look();

        assertReplayed(this, "looks that broke off");
        assertThat(outcomes().stream().filter(Outcome.BROKEN_OFF::equals)).hasSizeGreaterThan(2);
    }

    @Test
    void a_look_whose_account_was_taken_over_is_replayed_with_the_one_that_took_over() {
        List<Outcome> outcomes = new ArrayList<>();
        for (int transactions = 1; transactions < 15; transactions++) {
            BrokenOffLookTest world = new BrokenOffLookTest();

            world.isTakenOverAfter(transactions);
            try {
                world.look();
            } catch (AccountBusyException e) {
                assertThat(e).hasMessageContaining("taken over by another");
            }

            assertReplayed(world, "a look taken over after transaction " + transactions);
            outcomes.addAll(world.outcomes());
        }
        assertThat(outcomes).contains(Outcome.BROKEN_OFF);
    }

    private void isTakenOverAfter(int transactions) {
        Tracker another = tracker().owner("another").build();
        AtomicInteger left = new AtomicInteger(transactions);
        store.betweenTransactions = () -> {
            if (left.decrementAndGet() == 0) {
                clock.advance(Duration.ofDays(1));
                another.sync();
            }
        };
    }

    @Test
    void it_is_kept_under_a_name_of_its_own_with_how_far_it_got_and_what_was_answered() {
        breakOffAfterCourse("course:1");
        List<String> asked = library.asked();
        breakOffAfterCourse("course:2");
        SyncReport report = tracker.sync();

        assertThat(tracker.account().runs(9))
                .extracting(Run::name)
                .containsExactly("000000001", "000000001 attempt 2", "000000001 attempt 1");
        assertThat(outcomes()).containsExactly(Outcome.COMPLETE, Outcome.BROKEN_OFF, Outcome.BROKEN_OFF);
        List<RunAnswers> runs =
                store.inTransaction("me", session -> session.runs().after("", 9));
        assertThat(runs).extracting(BrokenOffLookTest::reached).containsExactly("course:1", "course:2", "end");
        assertThat(runs.get(0).all().map(KeptAnswer::request)).isEqualTo(asked);
        assertThat(report.run()).isEqualTo(tracker.account().runs(1).get(0));
        assertThat(tracker.sync().run().name()).isEqualTo("000000002");
    }

    @Test
    void the_next_look_does_not_take_it_for_a_full_one() {
        breakOffAfterCourse("course:1");

        assertThat(tracker.sync().run().full()).isTrue();
        assertThat(tracker.sync().run().full()).isFalse();
    }

    @Test
    void what_it_read_makes_nothing_fresher() {
        RecordingNotifier listener = new RecordingNotifier("chat");
        Tracker telling = tracker().notifier(listener).build();
        telling.sync();
        changes();
        clock.advance(Duration.ofDays(3));
        breakOffAfterCourse("course:1");
        clock.advance(Duration.ofHours(1));

        telling.dispatch();

        assertThat(outcomes()).startsWith(Outcome.BROKEN_OFF);
        assertThat(listener.sent()).anyMatch(message -> message.key().contains("stale/000000001"));
    }

    @Test
    void what_it_was_answered_stays_as_long_as_the_answers_of_looks() {
        breakOffAfterCourse("course:1");
        look();
        clock.advance(Duration.ofDays(29));

        Retention.Pruned pruned =
                Retention.of(kept, artifacts).clock(clock).build().olderThan(Duration.ofDays(30));

        assertThat(pruned.removed()).isZero();
        assertReplayed(this, "what was not pruned");
    }

    @Test
    void a_look_that_could_not_recall_what_was_seen_writes_nothing() {
        look();
        List<Change> ledger = tracker.account().changes().after(0, 100);
        changes();

        Tracker recovering = tracker()
                .collectors(List.of(new FakeCollector("other").then(look -> store.revives())))
                .build();
        store.diesAt(2, MortalStore.When.BEFORE_THE_COMMIT);

        assertThatThrownBy(recovering::sync).isInstanceOf(StoreException.class);
        assertThat(tracker.account().changes().after(0, 100)).isEqualTo(ledger);
    }

    private static void assertReplayed(BrokenOffLookTest world, String what) {
        InMemoryStore rebuilt = new InMemoryStore();

        ReplayReport report = world.tracker.replay(rebuilt);

        assertThat(report.difference()).as(what).isEmpty();
        List<Change> again =
                rebuilt.inTransaction("me", session -> session.ledger().after(0, 1000));
        assertThat(again).as(what).isEqualTo(world.tracker.account().changes().after(0, 1000));
        assertThat(remembered(rebuilt)).as(what).isEqualTo(remembered(world.kept));
        List<Run> runs = rebuilt.inTransaction("me", session -> session.runs().latest(100));
        assertThat(runs)
                .extracting(Run::name)
                .isEqualTo(world.tracker.account().runs(100).stream()
                        .map(Run::name)
                        .toList());
    }

    private static List<Object> remembered(InMemoryStore store) {
        return store.inTransaction(
                "me",
                session -> List.of(
                        session.sightings().inScopes(""),
                        session.sightings().settled(),
                        session.notes().all(NoteOwner.CORE),
                        session.notes().all(NoteOwner.collector(Board.NAME))));
    }

    private List<Outcome> outcomes() {
        return tracker.account().runs(100).stream().map(Run::outcome).toList();
    }

    private void look() {
        clock.advance(HOUR);
        tracker.sync();
    }

    /** Returns whether there was that transaction. */
    private boolean breaksOff(int transaction, MortalStore.When around) {
        clock.advance(HOUR);
        library.asked();
        store.diesAt(transaction, around);
        try {
            tracker.sync();
        } catch (StoreException e) {
            assertThat(e).hasMessageContaining("away");
        }
        return store.revives();
    }

    /** Breaks off looks until one got so far. */
    private void breakOffAfterCourse(String course) {
        String reached = "";
        for (int transaction = 1; !course.equals(reached); transaction++) {
            assertThat(transaction).as("a look that got to " + course).isLessThan(50);
            breaksOff(transaction, MortalStore.When.AFTER_THE_COMMIT);
            reached = reached();
        }
    }

    private String reached() {
        List<RunAnswers> runs = store.reading("me", session -> session.runs().after("", 1_000));
        return runs.isEmpty() ? "" : reached(runs.get(runs.size() - 1));
    }

    private static String reached(RunAnswers run) {
        Progress reached = run.reached();
        return reached == null ? "end" : reached.home().course();
    }

    private TrackerBuilder tracker() {
        return Tracker.of(
                        Accounts.in(store).create("me", ZoneId.of("America/Argentina/Buenos_Aires"), Language.SPANISH))
                .owner("looking")
                .artifacts(artifacts)
                .collectors(List.of(library))
                .clock(clock);
    }
}
