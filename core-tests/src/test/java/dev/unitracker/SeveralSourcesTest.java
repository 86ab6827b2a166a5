package dev.unitracker;

import static dev.unitracker.Classroom.ASSIGNMENTS;
import static dev.unitracker.Classroom.CONTENTS;
import static dev.unitracker.Classroom.modules;
import static dev.unitracker.Classroom.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.unitracker.error.LoginRefusedException;
import dev.unitracker.error.SettingsException;
import dev.unitracker.error.SourceUnavailableException;
import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.report.SyncReport;
import dev.unitracker.run.Missed;
import dev.unitracker.run.Missed.Code;
import dev.unitracker.run.PartOutcome;
import dev.unitracker.spi.Collector;
import dev.unitracker.spi.Look;
import dev.unitracker.spi.Sink;
import dev.unitracker.testkit.FakeCollector;
import dev.unitracker.words.Language;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Sources and parts side by side. */
class SeveralSourcesTest {

    private final FakeCollector campus = new FakeCollector("campus", "moodle_contents", "moodle_grades");
    private final FakeCollector news = new FakeCollector("news", "moodle_assignments");
    private final Tracker tracker = Tracker.of(
                    new InMemoryStore(), ZoneId.of("America/Argentina/Buenos_Aires"), Language.SPANISH)
            .collector(campus)
            .collector(news)
            .build();

    @Test
    void each_part_has_an_outcome_in_the_order_of_the_collectors() {
        campus.showsOnly(seen(CONTENTS, modules(1, 2)), Classroom.notLooked("moodle_grades/grades"));
        news.showsOnly(seen(ASSIGNMENTS, modules(3, 3)));

        SyncReport report = tracker.sync();

        assertThat(report.items()).isEqualTo(3);
        assertThat(report.run().parts())
                .extracting(PartOutcome::part, PartOutcome::complete)
                .containsExactly(
                        tuple("moodle_contents", true),
                        tuple("moodle_grades", false),
                        tuple("moodle_assignments", true));
    }

    @Test
    void a_look_at_some_parts_asks_nobody_else_and_is_no_full_one() {
        List<Set<String>> asked = new ArrayList<>();
        campus.showsOnly(seen(CONTENTS, modules(1, 2)), seen("moodle_grades/grades"))
                .then(look -> asked.add(look.request().parts()));

        SyncReport report = tracker.sync(Set.of("moodle_contents"));

        assertThat(asked).containsExactly(Set.of("moodle_contents"));
        assertThat(news.requests()).isEmpty();
        assertThat(report.run().full()).isFalse();
        assertThat(report.run().parts()).containsExactly(PartOutcome.complete("moodle_contents"));
        assertThat(tracker.sync().run().full()).isTrue();
    }

    @Test
    void a_part_that_nobody_has_is_refused() {
        assertThatThrownBy(() -> tracker.sync(Set.of("moodle_forums")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContainingAll("moodle_forums", "moodle_contents");
        assertThatThrownBy(() -> tracker.sync(Set.of())).isInstanceOf(SettingsException.class);
    }

    @Test
    void a_source_that_fails_costs_the_others_nothing() {
        news.showsOnly(seen(ASSIGNMENTS, modules(3, 3)));
        campus.then(look -> {
            throw new SourceUnavailableException("no network");
        });

        SyncReport report = tracker.sync();

        assertThat(report.items()).isEqualTo(1);
        assertThat(report.run().notLooked())
                .containsExactly("moodle_contents: no network", "moodle_grades: no network");
    }

    @Test
    void what_belongs_to_another_is_refused() {
        news.showsOnly(seen(CONTENTS, modules(1, 2)));

        SyncReport report = tracker.sync();

        assertThat(report.items()).isZero();
        assertThat(report.run().parts().get(2).missed())
                .extracting(Missed::code)
                .containsExactly(Code.MISTAKE);
    }

    @Test
    void a_scope_that_is_observed_twice_proves_no_absence() {
        campus.showsOnly(seen(CONTENTS, modules(1, 3)));
        tracker.sync();
        campus.showsOnly(seen(CONTENTS, modules(1, 1)), seen(CONTENTS, modules(2, 3)));

        for (int look = 0; look < 3; look++) {
            SyncReport report = tracker.syncFully();

            assertThat(report.items()).isEqualTo(3);
            assertThat(report.changes()).isEmpty();
            assertThat(report.run().parts().get(0).missed())
                    .extracting(Missed::code)
                    .contains(Code.MISTAKE);
        }
    }

    @Test
    void a_collector_sees_neither_notes_nor_memories_of_another() {
        campus.showsOnly(seen(CONTENTS, modules(1, 2)))
                .then(look -> look.memory().note("mark", "of campus"));
        news.showsOnly(seen(ASSIGNMENTS, modules(3, 3)));
        tracker.sync();
        List<Map<String, String>> notes = new ArrayList<>();
        List<Integer> remembered = new ArrayList<>();
        news.then(look -> {
            notes.add(look.memory().notes());
            remembered.add(look.memory().recall("").size());
        });

        tracker.sync();

        assertThat(notes).containsExactly(Map.of());
        assertThat(remembered).containsExactly(1);
    }

    @Test
    void a_login_that_is_refused_stays_so_while_another_source_is_read() {
        campus.then(look -> {
            throw new LoginRefusedException("no");
        });
        news.showsOnly(seen(ASSIGNMENTS, modules(3, 3)));
        tracker.sync();

        tracker.sync(Set.of("moodle_assignments"));
        boolean refusedAfterAnother = tracker.account().health().loginRefused();
        campus.then(look -> {
            throw new SourceUnavailableException("no network");
        });
        tracker.syncFully();
        boolean refusedAfterAnOutage = tracker.account().health().loginRefused();
        campus.showsOnly(seen(CONTENTS, modules(1, 2)), seen("moodle_grades/grades"))
                .then(look -> {});
        tracker.syncFully();

        assertThat(refusedAfterAnother).isTrue();
        assertThat(refusedAfterAnOutage).isTrue();
        assertThat(tracker.account().health().loginRefused()).isFalse();
    }

    @Test
    void what_a_collector_hands_over_after_it_is_done_is_left_out() {
        List<Sink> kept = new ArrayList<>();
        Collector late = new Collector() {
            @Override
            public String name() {
                return "late";
            }

            @Override
            public void collect(Look look, Sink sink) {
                kept.add(sink);
            }
        };
        news.then(look -> kept.get(0).observe(seen("late/all", modules(1, 2))));
        Tracker both = Tracker.of(new InMemoryStore(), ZoneId.of("Europe/Madrid"), Language.ENGLISH)
                .collector(late)
                .collector(news)
                .build();

        SyncReport report = both.sync();

        assertThat(report.items()).isZero();
    }
}
