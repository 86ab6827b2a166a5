package dev.unitracker;

import static dev.unitracker.Classroom.ASSIGNMENTS;
import static dev.unitracker.Classroom.CONTENTS;
import static dev.unitracker.Classroom.module;
import static dev.unitracker.Classroom.modules;
import static dev.unitracker.Classroom.sawNothing;
import static dev.unitracker.Classroom.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.unitracker.report.SyncReport;
import dev.unitracker.run.Missed;
import dev.unitracker.run.Missed.Code;
import dev.unitracker.run.Run.Outcome;
import dev.unitracker.spi.Completeness;
import dev.unitracker.spi.Observation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A scope in which nothing is seen where there was something, and nothing else tells that it is empty. */
class WitnessTest {

    private static final Missed MISSING = new Missed(Code.VANISHED, "contents", "2 of 3 are missing at once");

    private final Classroom classroom = new Classroom();

    @Test
    void with_a_witness_two_looks_prove_that_all_is_gone() {
        classroom.look(seen(CONTENTS, modules(1, 3)));

        classroom.look(seen(CONTENTS));
        classroom.look(seen(CONTENTS));

        assertThat(classroom.isThere("module:1")).isFalse();
    }

    @Test
    void without_a_witness_it_is_held_and_said() {
        classroom.look(seen(CONTENTS, modules(1, 3)));

        SyncReport report = classroom.look(sawNothing(CONTENTS));

        assertThat(report.run().outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(report.run().parts().get(0).missed())
                .extracting(Missed::code, Missed::what)
                .containsExactly(tuple(Code.NOT_WITNESSED, "contents/course:2"));
        assertThat(report.changes()).isEmpty();
        assertThat(classroom.isThere("module:1")).isTrue();
    }

    @Test
    void it_is_believed_at_the_third_complete_look_a_day_later() {
        classroom.look(seen(CONTENTS, modules(1, 3)));
        classroom.look(sawNothing(CONTENTS));
        classroom.look(sawNothing(CONTENTS));
        classroom.clock.advance(Duration.ofHours(22));

        SyncReport third = classroom.look(sawNothing(CONTENTS));

        assertThat(third.complete()).isTrue();
        assertThat(Classroom.changes(third))
                .containsExactly("module:1 removed", "module:2 removed", "module:3 removed");
        assertThat(classroom.look(sawNothing(CONTENTS)).complete()).isTrue();
    }

    @Test
    void three_looks_within_a_day_prove_nothing() {
        classroom.look(seen(CONTENTS, modules(1, 3)));
        for (int look = 0; look < 23; look++) {
            classroom.look(sawNothing(CONTENTS));
        }

        assertThat(classroom.isThere("module:1")).isTrue();
        classroom.look(sawNothing(CONTENTS));
        classroom.look(sawNothing(CONTENTS));
        assertThat(classroom.isThere("module:1")).isFalse();
    }

    @Test
    void two_looks_a_week_apart_prove_nothing() {
        classroom.look(seen(CONTENTS, modules(1, 3)));
        classroom.look(sawNothing(CONTENTS));
        classroom.clock.advance(Duration.ofDays(7));
        classroom.look(sawNothing(CONTENTS));

        assertThat(classroom.isThere("module:1")).isTrue();
    }

    @Test
    void what_is_seen_in_between_begins_it_anew() {
        classroom.look(seen(CONTENTS, modules(1, 3)));
        classroom.look(sawNothing(CONTENTS));
        classroom.look(sawNothing(CONTENTS));
        classroom.look(seen(CONTENTS, modules(1, 3)));
        classroom.clock.advance(Duration.ofDays(2));

        classroom.look(sawNothing(CONTENTS));
        classroom.look(sawNothing(CONTENTS));

        assertThat(classroom.isThere("module:1")).isTrue();
    }

    @Test
    void where_there_was_nothing_nothing_is_in_doubt() {
        classroom.look(seen(CONTENTS, modules(1, 3)), sawNothing(ASSIGNMENTS));

        SyncReport report = classroom.look(seen(CONTENTS, modules(1, 3)), sawNothing(ASSIGNMENTS));

        assertThat(report.complete()).isTrue();
    }

    @Test
    void what_another_scope_shows_is_there_though_one_is_believed_to_be_empty() {
        classroom.look(
                seen(CONTENTS, modules(1, 2)), seen(ASSIGNMENTS, module(2).build()));
        for (int look = 0; look < 3; look++) {
            classroom.look(
                    List.of(sawNothing(CONTENTS), seen(ASSIGNMENTS, module(2).build())));
            classroom.clock.advance(Duration.ofDays(1));
        }

        assertThat(classroom.isThere("module:1")).isFalse();
        assertThat(classroom.isThere("module:2")).isTrue();
    }

    @Test
    void what_is_held_is_said_in_the_same_words_so_that_not_each_look_has_to_be_a_full_one() {
        classroom.look(seen(CONTENTS, modules(1, 3)));

        SyncReport first = classroom.look(sawNothing(CONTENTS));
        SyncReport second = classroom.look(sawNothing(CONTENTS));

        assertThat(second.run().parts()).isEqualTo(first.run().parts());
    }

    @Test
    void what_is_believed_and_held_back_as_too_much_goes_as_soon_as_that_is_accepted() {
        classroom.look(seen(CONTENTS, modules(1, 8)));
        for (int look = 0; look < 3; look++) {
            classroom.clock.advance(Duration.ofDays(1));
            classroom.look(sawNothing(CONTENTS));
        }
        assertThat(classroom.isThere("module:1")).isTrue();

        SyncReport accepted = classroom.lookAccepting(sawNothing(CONTENTS));

        assertThat(accepted.changes()).hasSize(8);
        assertThat(classroom.isThere("module:1")).isFalse();
    }

    @Test
    void what_its_collector_doubts_is_held_for_the_collectors_reason_and_believed_a_day_later() {
        classroom.look(seen(CONTENTS, modules(1, 3)));
        Observation doubted = seen(CONTENTS, module(1).build()).with(Completeness.doubted(MISSING));

        SyncReport first = classroom.look(doubted);
        SyncReport second = classroom.look(doubted);
        classroom.clock.advance(Duration.ofDays(1));
        SyncReport third = classroom.look(doubted);

        assertThat(List.of(first, second)).allMatch(report -> report.changes().isEmpty());
        assertThat(first.run().parts().get(0).missed()).containsExactly(MISSING.in(Classroom.COURSE));
        assertThat(third.complete()).isTrue();
        assertThat(Classroom.changes(third)).containsExactly("module:2 removed", "module:3 removed");
    }

    @Test
    void what_is_doubted_and_lacks_nothing_is_complete() {
        classroom.look(seen(CONTENTS, modules(1, 3)));

        SyncReport report = classroom.look(seen(CONTENTS, modules(1, 4)).with(Completeness.doubted(MISSING)));

        assertThat(report.complete()).isTrue();
    }
}
