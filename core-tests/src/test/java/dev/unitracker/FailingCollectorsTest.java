package dev.unitracker;

import static dev.unitracker.Classroom.ASSIGNMENTS;
import static dev.unitracker.Classroom.CONTENTS;
import static dev.unitracker.Classroom.modules;
import static dev.unitracker.Classroom.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.unitracker.error.LoginRefusedException;
import dev.unitracker.error.SourceUnavailableException;
import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.model.Field;
import dev.unitracker.model.ItemType;
import dev.unitracker.report.SyncReport;
import dev.unitracker.run.Level;
import dev.unitracker.run.Missed;
import dev.unitracker.run.Missed.Code;
import dev.unitracker.run.Part;
import dev.unitracker.run.PartOutcome;
import dev.unitracker.run.Run.Outcome;
import dev.unitracker.spi.Collector;
import dev.unitracker.spi.Look;
import dev.unitracker.spi.Sighting;
import dev.unitracker.spi.Sink;
import dev.unitracker.testkit.FakeCollector;
import dev.unitracker.words.Language;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailingCollectorsTest {

    private final FakeCollector failing =
            new FakeCollector("failing", "moodle_contents").showsOnly(seen(CONTENTS, modules(1, 1)));
    private final FakeCollector other =
            new FakeCollector("other", "moodle_assignments").showsOnly(seen(ASSIGNMENTS, modules(2, 2)));
    private final Tracker tracker = Tracker.of(
                    new InMemoryStore(), ZoneId.of("America/Argentina/Buenos_Aires"), Language.SPANISH)
            .collectors(List.of(failing, other))
            .build();

    static Stream<Throwable> anything() {
        return Stream.of(
                new SourceUnavailableException("no network"),
                new IllegalStateException("a mistake"),
                new IOException("checked, but thrown all the same"),
                new StackOverflowError(),
                new NoClassDefFoundError("a library is missing"),
                new AssertionError());
    }

    @ParameterizedTest
    @MethodSource("anything")
    void whatever_a_collector_throws_the_others_go_on_and_what_it_saw_counts(Throwable thrown) {
        failing.then(look -> sneak(thrown));

        SyncReport report = tracker.sync();

        assertThat(report.items()).isEqualTo(2);
        assertThat(report.run().outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(report.run().notLooked()).singleElement().asString().startsWith("moodle_contents: ");
    }

    @Test
    void a_source_that_is_unavailable_is_reported_in_its_own_words() {
        failing.then(look -> sneak(new SourceUnavailableException("no network")));

        SyncReport report = tracker.sync();

        assertThat(report.run().notLooked()).containsExactly("moodle_contents: no network");
    }

    @Test
    void a_refused_login_is_the_outcome_of_the_run_and_other_sources_are_looked_at() {
        failing.then(look -> sneak(new LoginRefusedException("the token is no longer valid; log in again")));

        SyncReport report = tracker.sync();

        assertThat(report.run().outcome()).isEqualTo(Outcome.LOGIN_REFUSED);
        assertThat(report.refusal()).contains("the token is no longer valid; log in again");
        assertThat(report.run().parts())
                .extracting(PartOutcome::part, PartOutcome::complete)
                .containsExactly(tuple("moodle_contents", false), tuple("moodle_assignments", true));
        assertThat(report.run().parts().get(0).missed())
                .containsExactly(Missed.of(Code.LOGIN_REFUSED, "the token is no longer valid; log in again"));
        assertThat(other.requests()).hasSize(1);
        assertThat(tracker.account().runs(1)).containsExactly(report.run());
    }

    @Test
    void a_login_that_is_refused_in_the_first_part_leaves_the_further_parts_of_the_source_not_looked_at() {
        Missed refusal = Missed.of(Code.LOGIN_REFUSED, "log in again");
        Collector twoParts = new Collector() {
            @Override
            public String name() {
                return "two";
            }

            @Override
            public List<Part> parts() {
                return List.of(Part.named("two_first"), Part.named("two_further"));
            }

            @Override
            public void collect(Look look, Sink sink) {
                sink.read("two_first", () -> {
                    throw new LoginRefusedException("log in again");
                });
                sink.read("two_further", () -> sink.observe(seen("two_further/all", modules(3, 3))));
            }
        };

        SyncReport report = Tracker.of(
                        new InMemoryStore(), ZoneId.of("America/Argentina/Buenos_Aires"), Language.SPANISH)
                .collectors(List.of(twoParts, other))
                .build()
                .sync();

        assertThat(report.run().outcome()).isEqualTo(Outcome.LOGIN_REFUSED);
        assertThat(report.run().parts())
                .containsExactly(
                        new PartOutcome("two_first", Level.NOT_LOOKED, List.of(refusal)),
                        new PartOutcome("two_further", Level.NOT_LOOKED, List.of(refusal)),
                        PartOutcome.complete("moodle_assignments"));
        assertThat(report.run().notLooked()).containsExactly("two_first: log in again", "two_further: log in again");
    }

    @Test
    void a_scope_that_is_observed_twice_is_the_collectors_mistake() {
        failing.showsOnly(seen(CONTENTS, modules(1, 1)), seen(CONTENTS, modules(1, 2)));

        SyncReport report = tracker.sync();

        assertThat(report.complete()).isFalse();
        assertThat(report.items()).isEqualTo(2);
    }

    @Test
    void a_value_that_nobody_can_read_is_refused_where_it_is_made() {
        failing.then(look -> Sighting.of("module:5", ItemType.QUIZ)
                .state(Field.DUE_AT, "tomorrow")
                .build());

        SyncReport report = tracker.sync();

        assertThat(report.run().notLooked()).singleElement().asString().startsWith("moodle_contents: ");
        assertThat(report.items()).isEqualTo(2);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
