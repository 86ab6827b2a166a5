package dev.unitracker;

import static dev.unitracker.Classroom.CALENDAR;
import static dev.unitracker.Classroom.CONTENTS;
import static dev.unitracker.Classroom.notLooked;
import static dev.unitracker.Classroom.partly;
import static dev.unitracker.Classroom.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.ItemType;
import dev.unitracker.run.Missed;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Sighting;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How fresh each part is in each course: what fails in one says nothing of the others. */
class FreshnessTest {

    private static final String OTHERS = "moodle_contents/contents/course:3";
    private static final Sighting MINE = module(1, "course:2");
    private static final Sighting OTHER = module(2, "course:3");

    private final Classroom classroom = new Classroom();

    @Test
    void a_course_that_was_not_seen_is_as_fresh_as_when_it_was() {
        Instant first = look(seen(CONTENTS, MINE), seen(OTHERS, OTHER));
        Instant second = look(seen(CONTENTS, MINE), notLooked(OTHERS));

        Freshness.OfPart contents = contents();
        assertThat(contents.completeAt()).isEqualTo(first);
        assertThat(contents.completeAt("course:2")).contains(second);
        assertThat(contents.completeAt("course:3")).contains(first);
        assertThat(contents.missed("course:2")).isEmpty();
        assertThat(contents.missed("course:3")).extracting(Missed::course).containsExactly("course:3");
    }

    @Test
    void courses_that_fail_by_turns_have_a_moment_each() {
        look(seen(CONTENTS, MINE), seen(OTHERS, OTHER));
        Instant second = look(partly(CONTENTS, MINE), seen(OTHERS, OTHER));
        Instant third = look(seen(CONTENTS, MINE), partly(OTHERS, OTHER));

        assertThat(contents().completeAt("course:2")).contains(third);
        assertThat(contents().completeAt("course:3")).contains(second);
        assertThat(contents().completeAt("course:4")).contains(third);
    }

    @Test
    void what_fails_where_nothing_was_ever_seen_may_be_of_any_course() {
        Instant first = look(seen(CONTENTS, MINE));
        look(seen(CONTENTS, MINE), notLooked(OTHERS));

        assertThat(contents().completeAt("course:2")).contains(first);
        assertThat(contents().missed("course:2")).hasSize(1);
    }

    @Test
    void what_fails_of_a_scope_with_several_courses_is_missed_in_all_of_them() {
        Sighting mine = event(1, "course:2");
        Sighting other = event(2, "course:3");
        Instant first = look(seen(CALENDAR, mine, other));
        look(partly(CALENDAR, mine));

        Freshness.OfPart calendar = part("moodle_calendar");
        assertThat(calendar.completeAt("course:2")).contains(first);
        assertThat(calendar.completeAt("course:3")).contains(first);
        assertThat(calendar.missed()).extracting(Missed::course).containsExactly("");
    }

    @Test
    void a_course_that_was_never_seen_wholly_has_no_moment() {
        Instant first = look(seen(CONTENTS, MINE), partly(OTHERS, OTHER));

        assertThat(contents().completeAt()).isNull();
        assertThat(contents().completeAt("course:2")).contains(first);
        assertThat(contents().completeAt("course:3")).isEmpty();
    }

    private Instant look(Observation... observations) {
        return classroom.look(observations).run().finishedAt();
    }

    private Freshness.OfPart contents() {
        return part("moodle_contents");
    }

    private Freshness.OfPart part(String name) {
        return classroom.tracker.account().freshness().parts().stream()
                .filter(part -> part.part().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Sighting module(int number, String course) {
        return Sighting.of("module:" + number, ItemType.ASSIGNMENT)
                .course(course)
                .title("Activity " + number)
                .build();
    }

    private static Sighting event(int number, String course) {
        return Sighting.of("event:" + number, ItemType.CALENDAR_EVENT)
                .course(course)
                .title("Event " + number)
                .build();
    }
}
