package dev.unitracker;

import static dev.unitracker.Classroom.ASSIGNMENTS;
import static dev.unitracker.Classroom.CONTENTS;
import static dev.unitracker.Classroom.changes;
import static dev.unitracker.Classroom.module;
import static dev.unitracker.Classroom.modules;
import static dev.unitracker.Classroom.notLooked;
import static dev.unitracker.Classroom.partly;
import static dev.unitracker.Classroom.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.Availability;
import dev.unitracker.model.DateRule;
import dev.unitracker.model.Field;
import dev.unitracker.model.ItemType;
import dev.unitracker.model.StoredItem;
import dev.unitracker.report.SyncReport;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Sighting;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemovalTest {

    private static final Observation ALL = seen(CONTENTS, modules(1, 10));
    private static final Observation WITHOUT_10 = seen(CONTENTS, modules(1, 9));

    private final Classroom classroom = new Classroom();

    @BeforeEach
    void a_course_of_ten() {
        classroom.look(ALL);
    }

    @Test
    void when_an_item_was_first_seen_stays_whatever_becomes_of_it() {
        StoredItem first = classroom.stored("module:10");
        classroom.look(seen(CONTENTS, withTenth(module(10).title("Essay").build())));
        StoredItem renamed = classroom.stored("module:10");
        classroom.look(WITHOUT_10);
        classroom.look(WITHOUT_10);
        StoredItem removed = classroom.stored("module:10");
        classroom.look(ALL);
        StoredItem back = classroom.stored("module:10");

        assertThat(List.of(first, renamed, removed, back))
                .extracting(StoredItem::firstSeen)
                .containsOnly(first.updatedAt());
        assertThat(List.of(first, renamed, removed, back))
                .extracting(StoredItem::updatedAt)
                .doesNotHaveDuplicates();
    }

    private static List<Sighting> withTenth(Sighting tenth) {
        List<Sighting> all = new ArrayList<>(modules(1, 9));
        all.add(tenth);
        return all;
    }

    @Test
    void one_complete_look_without_it_is_no_removal() {
        SyncReport report = classroom.look(WITHOUT_10);

        assertThat(report.changes()).isEmpty();
        assertThat(report.complete()).isTrue();
    }

    @Test
    void the_second_complete_look_in_a_row_removes_it_once() {
        classroom.look(WITHOUT_10);

        SyncReport second = classroom.look(WITHOUT_10);
        SyncReport third = classroom.look(WITHOUT_10);

        assertThat(changes(second)).containsExactly("module:10 removed");
        assertThat(third.changes()).isEmpty();
    }

    @Test
    void a_removed_item_keeps_its_fields() {
        classroom.look(WITHOUT_10);
        classroom.look(WITHOUT_10);

        assertThat(classroom.item("module:10").title()).isEqualTo("Activity 10");
        assertThat(classroom.isThere("module:10")).isFalse();
    }

    @Test
    void being_seen_in_between_starts_the_count_again() {
        classroom.look(WITHOUT_10);
        classroom.look(ALL);

        SyncReport report = classroom.look(WITHOUT_10);

        assertThat(report.changes()).isEmpty();
    }

    @Test
    void it_reappears_as_soon_as_it_is_seen() {
        classroom.look(WITHOUT_10);
        classroom.look(WITHOUT_10);

        SyncReport report = classroom.look(partly(CONTENTS, module(10).build()));

        assertThat(changes(report)).containsExactly("module:10 reappeared");
    }

    @Test
    void part_looks_and_no_looks_never_count() {
        classroom.look(WITHOUT_10);

        classroom.look(partly(CONTENTS));
        classroom.look(notLooked(CONTENTS));
        SyncReport report = classroom.look();

        assertThat(report.changes()).isEmpty();
        assertThat(classroom.isThere("module:10")).isTrue();
    }

    @Test
    void looks_that_do_not_count_do_not_start_the_count_again() {
        classroom.look(WITHOUT_10);
        classroom.look(notLooked(CONTENTS));
        classroom.look(partly(CONTENTS));

        SyncReport report = classroom.look(WITHOUT_10);

        assertThat(changes(report)).containsExactly("module:10 removed");
    }

    @Test
    void what_another_scope_still_shows_is_there() {
        Observation assignment = seen(ASSIGNMENTS, module(10).build());
        classroom.look(ALL, assignment);

        classroom.look(WITHOUT_10, assignment);
        classroom.look(WITHOUT_10, assignment);
        classroom.look(WITHOUT_10, partly(ASSIGNMENTS));
        classroom.look(WITHOUT_10, notLooked(ASSIGNMENTS));

        assertThat(classroom.isThere("module:10")).isTrue();
    }

    @Test
    void it_is_gone_when_the_last_scope_proved_its_absence() {
        classroom.look(ALL, seen(ASSIGNMENTS, module(10).build()));
        classroom.look(WITHOUT_10);
        classroom.look(WITHOUT_10);

        SyncReport once = classroom.look(seen(ASSIGNMENTS));
        SyncReport twice = classroom.look(seen(ASSIGNMENTS));

        assertThat(once.changes()).isEmpty();
        assertThat(changes(twice)).containsExactly("module:10 removed");
    }

    @Test
    void a_restricted_activity_that_is_deleted_is_removed_like_any_other() {
        List<Sighting> seen = new ArrayList<>(modules(1, 9));
        seen.add(module(10).availability(Availability.restricted("from 1 May")).build());
        classroom.look(seen(CONTENTS, seen));

        classroom.look(WITHOUT_10);
        SyncReport report = classroom.look(WITHOUT_10);

        assertThat(changes(report)).containsExactly("module:10 removed");
    }

    @Test
    void what_goes_with_its_deadline_is_removed_and_not_first_without_deadline() {
        String calendar = Classroom.CALENDAR;
        classroom.look(
                ALL,
                seen(
                        calendar,
                        Classroom.about(10)
                                .due(Classroom.START, DateRule.ACTIVITY)
                                .build()));

        SyncReport once = classroom.look(WITHOUT_10, seen(calendar));
        SyncReport twice = classroom.look(WITHOUT_10, seen(calendar));

        assertThat(once.changes()).isEmpty();
        assertThat(changes(twice)).containsExactly("module:10 removed");
    }

    @Test
    void what_is_mentioned_no_more_while_it_is_not_known_whether_it_is_there_keeps_what_was_said_of_it() {
        String grades = "moodle_grades/grades/course:2";
        Observation graded =
                seen(grades, Classroom.about(10).state(Field.GRADE, "8").build());
        classroom.look(ALL, graded);

        SyncReport unknown = classroom.look(notLooked(CONTENTS), seen(grades));
        SyncReport partly = classroom.look(partly(CONTENTS, module(9).build()), seen(grades));
        SyncReport gone = classroom.look(WITHOUT_10, seen(grades));
        SyncReport back = classroom.look(ALL, notLooked(grades));
        SyncReport once = classroom.look(ALL, seen(grades));
        SyncReport takenBack = classroom.look(ALL, seen(grades));

        assertThat(List.of(unknown, partly, gone, back, once))
                .allMatch(report -> report.changes().isEmpty());
        assertThat(changes(takenBack)).containsExactly("module:10 grade_changed");
    }

    @Test
    void a_removed_item_is_not_changed_by_what_others_still_mention() {
        classroom.look(WITHOUT_10);
        classroom.look(WITHOUT_10);

        SyncReport report = classroom.look(
                WITHOUT_10,
                seen(
                        "moodle_grades/grades",
                        Classroom.about(10).state(Field.GRADE, "8").build()));

        assertThat(report.changes()).isEmpty();
    }

    @Test
    void a_course_that_was_left_takes_nothing_else_with_it_and_makes_no_noise() {
        Observation courses = seen("moodle_courses/courses", course());
        Observation noCourses = seen("moodle_courses/courses");
        classroom.look(courses, seen(ASSIGNMENTS, modules(1, 10)));
        classroom.look(courses, seen(CONTENTS), seen(ASSIGNMENTS, modules(1, 10)));
        classroom.look(courses, seen(CONTENTS), seen(ASSIGNMENTS, modules(1, 10)));

        SyncReport once = classroom.look(noCourses, seen(ASSIGNMENTS));
        SyncReport twice = classroom.look(noCourses, seen(ASSIGNMENTS));
        SyncReport thrice = classroom.look(noCourses, seen(ASSIGNMENTS));

        assertThat(once.changes()).isEmpty();
        assertThat(changes(twice)).containsExactly("course:2 removed");
        assertThat(thrice.changes()).isEmpty();
        assertThat(thrice.complete()).isTrue();
    }

    private static Sighting course() {
        return Sighting.of("course:2", ItemType.COURSE)
                .course("course:2")
                .title("Thermodynamics")
                .build();
    }
}
