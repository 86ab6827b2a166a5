package dev.unitracker;

import static dev.unitracker.Classroom.ASSIGNMENTS;
import static dev.unitracker.Classroom.CONTENTS;
import static dev.unitracker.Classroom.modules;
import static dev.unitracker.Classroom.notLooked;
import static dev.unitracker.Classroom.partly;
import static dev.unitracker.Classroom.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.error.SettingsException;
import dev.unitracker.memory.InMemoryArtifactStore;
import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.model.ItemQuery;
import dev.unitracker.report.SyncReport;
import dev.unitracker.run.Run;
import dev.unitracker.run.Run.Outcome;
import dev.unitracker.spi.Answer;
import dev.unitracker.spi.Collector;
import dev.unitracker.spi.KeptAnswer;
import dev.unitracker.spi.Look;
import dev.unitracker.spi.NoteOwner;
import dev.unitracker.spi.RunAnswers;
import dev.unitracker.spi.Sha256;
import dev.unitracker.spi.Sink;
import dev.unitracker.spi.StoreSession;
import dev.unitracker.testkit.FakeCollector;
import dev.unitracker.testkit.TestClock;
import dev.unitracker.words.Language;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackerTest {

    private final TestClock clock = new TestClock(Classroom.START);
    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryArtifactStore artifacts = new InMemoryArtifactStore();
    private final FakeCollector collector = new FakeCollector("source");
    private final Tracker tracker = tracker(collector);

    @Test
    void the_first_look_finds_everything_new_and_tells_nobody() {
        collector.showsOnly(seen(CONTENTS, modules(1, 3)));

        SyncReport report = tracker.sync();

        assertThat(report.changes()).hasSize(3).allMatch(change -> change.baseline());
        assertThat(report.changes()).extracting(change -> change.number()).containsExactly(1L, 2L, 3L);
        assertThat(report.items()).isEqualTo(3);
        assertThat(report.looked()).isEqualTo(1);
        assertThat(report.complete()).isTrue();
        assertThat(report.news()).isEmpty();
    }

    @Test
    void a_setting_that_cannot_be_right_is_named() {
        TrackerBuilder builder =
                Tracker.of(Accounts.in(store).createOrChange("me", ZoneId.of("UTC"), Language.ENGLISH));
        Duration negative = Duration.ofMinutes(-1);

        Map<String, Runnable> settings = Map.of(
                "fullLookEvery", () -> builder.fullLookEvery(negative),
                "owner", () -> builder.owner(" "),
                "leaseFor", () -> builder.leaseFor(Duration.ZERO),
                "staleAfter", () -> builder.staleAfter(Duration.ZERO),
                "dailyDigestAt", () -> builder.dailyDigestAt(24));

        settings.forEach((setting, wrong) -> assertThatThrownBy(wrong::run)
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith(setting + " cannot be '"));
    }

    @Test
    void a_quiet_look_writes_nothing_but_its_run() {
        collector.showsOnly(
                seen(CONTENTS, modules(1, 3)), partly(ASSIGNMENTS, modules(1, 3).get(0)));
        tracker.sync();
        tracker.sync();
        List<Object> before = contents();
        clock.advance(Duration.ofHours(1));

        tracker.sync();

        assertThat(contents()).isEqualTo(before);
        assertThat(tracker.account().runs(10)).hasSize(3);
    }

    @Test
    void a_part_look_names_what_was_not_looked_at() {
        collector.showsOnly(seen(CONTENTS), notLooked("moodle_grades/grades"), partly(ASSIGNMENTS));

        SyncReport report = tracker.sync();

        assertThat(report.run().outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(report.run().notLooked())
                .containsExactly("moodle_assignments: only some was shown", "moodle_grades: access denied");
        assertThat(report.looked()).isEqualTo(1);
    }

    @Test
    void full_looks_are_made_by_age() {
        tracker.sync();
        clock.advance(Duration.ofMinutes(359));
        tracker.sync();
        clock.advance(Duration.ofMinutes(1));
        tracker.sync();
        clock.advance(Duration.ofMinutes(1));
        tracker.sync();
        tracker.syncFully();

        assertThat(collector.requests()).extracting(Look.Request::full).containsExactly(true, false, true, false, true);
        assertThat(tracker.account().runs(10)).extracting(Run::full).containsExactly(true, false, true, false, true);
    }

    @Test
    void a_full_look_that_was_not_complete_is_made_again() {
        collector.showsOnly(notLooked(CONTENTS));
        tracker.sync();

        tracker.sync();

        assertThat(collector.requests()).extracting(Look.Request::full).containsExactly(true, true);
    }

    @Test
    void a_run_keeps_what_was_asked_and_what_was_noted() {
        byte[] answer = "answer".getBytes(StandardCharsets.UTF_8);
        collector.then(look -> {
            look.archive().ask("ask", () -> Answer.of("text/plain", answer));
            look.requestMade();
            look.memory().note("checkpoint", "5");
        });

        SyncReport report = tracker.sync();

        List<RunAnswers> runs =
                store.inTransaction("me", session -> session.runs().after("", 5));
        assertThat(runs.get(0).answers())
                .isEqualTo(Map.of("source", List.of(KeptAnswer.kept("ask", "text/plain", Sha256.of(answer)))));
        assertThat(report.run().kept()).isEqualTo(1);
        assertThat(report.run().requests()).isEqualTo(1);
        assertThat(artifacts.find(Sha256.of(answer))).contains(answer);
        collector.then(look -> assertThat(look.memory().notes()).containsEntry("checkpoint", "5"));
        assertThat(tracker.sync().complete()).isTrue();
    }

    @Test
    void a_collector_recalls_what_it_saw() {
        collector.showsOnly(seen(CONTENTS, modules(1, 2)), seen(ASSIGNMENTS, modules(1, 1)));
        tracker.sync();
        List<String> recalled = new ArrayList<>();
        collector.then(look -> look.memory()
                .recall("moodle_contents/")
                .forEach(known -> recalled.add(known.sighting().key())));

        tracker.sync();

        assertThat(recalled).containsExactly("module:1", "module:2");
    }

    @Test
    void a_collector_may_hand_over_what_it_saw_from_several_threads() {
        Tracker parallel = Tracker.of(
                        new InMemoryStore(), ZoneId.of("America/Argentina/Buenos_Aires"), Language.SPANISH)
                .collectors(List.of(new ParallelCollector(20_000)))
                .build();

        SyncReport report = parallel.sync();

        assertThat(report.looked()).isEqualTo(20_000);
        assertThat(report.complete()).isTrue();
    }

    private record ParallelCollector(int scopes) implements Collector {
        @Override
        public void collect(Look look, Sink sink) {
            IntStream.range(0, scopes).parallel().forEach(scope -> sink.observe(seen("parallel/" + scope)));
        }

        @Override
        public String name() {
            return "parallel";
        }
    }

    @Test
    void runs_are_named_in_their_order() {
        tracker.sync();
        tracker.sync();

        assertThat(tracker.account().runs(1)).extracting(Run::name).containsExactly("000000002");
    }

    @Test
    void a_tracker_without_a_collector_or_with_one_twice_is_refused() {
        assertThatThrownBy(() -> Tracker.of(
                                new InMemoryStore(), ZoneId.of("America/Argentina/Buenos_Aires"), Language.SPANISH)
                        .build())
                .isInstanceOf(SettingsException.class);
        assertThatThrownBy(() -> tracker(collector, new FakeCollector("source", "y")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("source");
        assertThatThrownBy(() -> tracker(collector, new FakeCollector("other", "source")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("parts");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, NoteOwner.MAX_NAME + 1})
    void a_source_whose_name_cannot_be_stored_is_refused_before_the_first_look(int length) {
        String name = "x".repeat(length);

        assertThatThrownBy(() -> tracker(new FakeCollector(name, "part")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("'" + name + "'");
    }

    @Test
    void two_notifiers_of_one_name_are_refused() {
        ConsoleNotifier console = new ConsoleNotifier(System.out);

        assertThatThrownBy(() -> Tracker.of(
                                new InMemoryStore(), ZoneId.of("America/Argentina/Buenos_Aires"), Language.SPANISH)
                        .collectors(List.of(collector))
                        .notifier(console)
                        .notifier(console)
                        .build())
                .isInstanceOf(SettingsException.class);
    }

    @Test
    void two_accounts_know_nothing_of_each_other() {
        collector.showsOnly(seen(CONTENTS, modules(1, 3)));
        tracker.sync();

        Tracker other = Tracker.of(Accounts.in(store)
                        .create("other", ZoneId.of("America/Argentina/Buenos_Aires"), Language.SPANISH))
                .collectors(List.of(collector))
                .build();

        assertThat(other.account().items()).isEmpty();
        assertThat(other.account().changes().after(0, 10)).isEmpty();
    }

    private Tracker tracker(FakeCollector... collectors) {
        return Tracker.of(
                        Accounts.in(store).create("me", ZoneId.of("America/Argentina/Buenos_Aires"), Language.SPANISH))
                .artifacts(artifacts)
                .clock(clock)
                .collectors(List.of(collectors))
                .build();
    }

    /** Everything that is stored but the runs. */
    private List<Object> contents() {
        return store.inTransaction("me", TrackerTest::contents);
    }

    private static List<Object> contents(StoreSession session) {
        return List.of(
                session.items().find(ItemQuery.all()),
                session.sightings().inScopes(""),
                session.sightings().settled(),
                session.ledger().after(0, 1000),
                session.notes().all(NoteOwner.CORE),
                session.notes().all(NoteOwner.collector("source")),
                Optional.of(session.ledger().last()));
    }
}
