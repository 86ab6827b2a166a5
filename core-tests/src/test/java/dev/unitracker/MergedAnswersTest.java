package dev.unitracker;

import static dev.unitracker.Classroom.ASSIGNMENTS;
import static dev.unitracker.Classroom.CALENDAR;
import static dev.unitracker.Classroom.CONTENTS;
import static dev.unitracker.Classroom.about;
import static dev.unitracker.Classroom.changes;
import static dev.unitracker.Classroom.module;
import static dev.unitracker.Classroom.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.Completion;
import dev.unitracker.model.DateRule;
import dev.unitracker.model.Evidence;
import dev.unitracker.model.Field;
import dev.unitracker.report.SyncReport;
import dev.unitracker.spi.Sighting;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MergedAnswersTest {

    private static final Instant DUE = Instant.parse("2026-04-01T12:00:00Z");
    private static final String GRADES = "moodle_grades/grades/course:2";

    private final Classroom classroom = new Classroom();

    @Test
    void one_activity_from_several_answers_is_one_item() {
        SyncReport report = classroom.look(
                seen(
                        CONTENTS,
                        module(5).rank(Sighting.SECOND).url("https://m/5").build()),
                seen(ASSIGNMENTS, module(5).title("Essay").body("Write.").build()),
                seen(CALENDAR, about(5).due(DUE, DateRule.ACTIVITY).build()));

        assertThat(changes(report)).containsExactly("module:5 new baseline");
        assertThat(classroom.item("module:5").title()).isEqualTo("Essay");
        assertThat(classroom.item("module:5").body()).contains("Write.");
        assertThat(classroom.item("module:5").url()).contains("https://m/5");
        assertThat(classroom.item("module:5").dueAt()).contains(DUE);
    }

    @Test
    void the_answer_of_better_standing_wins_whatever_the_scopes_are_called() {
        classroom.look(
                seen(
                        "a/list",
                        module(5).rank(Sighting.SECOND).title("In the list").build()),
                seen("b/itself", module(5).title("By itself").build()),
                seen(
                        "c/list",
                        module(5).rank(Sighting.THIRD).title("In passing").build()));

        assertThat(classroom.item("module:5").title()).isEqualTo("By itself");
    }

    @Test
    void an_item_that_is_now_only_mentioned_stays_as_it_was() {
        classroom.look(seen(CONTENTS, module(5).title("Essay").build()));

        SyncReport report = classroom.look(seen(CONTENTS, about(5).build()));

        assertThat(report.changes()).isEmpty();
        assertThat(classroom.isThere("module:5")).isTrue();
    }

    @Test
    void while_one_answer_misses_an_item_the_news_of_another_is_told_at_once() {
        classroom.look(
                seen(
                        CONTENTS,
                        module(5).rank(Sighting.SECOND).build(),
                        module(6).build()),
                seen(ASSIGNMENTS, module(5).title("Essay").build()));

        SyncReport report = classroom.look(
                seen(CONTENTS, module(6).build()),
                seen(ASSIGNMENTS, module(5).title("Essay, second draft").build()));

        assertThat(changes(report)).containsExactly("module:5 content_changed");
    }

    @Test
    void a_change_names_just_the_answers_it_was_learnt_from() {
        classroom.look(
                seen(CONTENTS, module(5).rank(Sighting.SECOND).build()),
                seen(GRADES, about(5).state(Field.GRADE_MAXIMUM, "10").build()));

        SyncReport report = classroom.look(
                seen(CONTENTS, module(5).rank(Sighting.SECOND).build()),
                seen(
                        GRADES,
                        about(5).state(Field.GRADE_MAXIMUM, "10")
                                .state(Field.GRADE, "8")
                                .build()));

        assertThat(report.changes().get(0).evidence())
                .containsExactly(new Evidence("moodle_grades", "ask_moodle_grades", null));
    }

    @Test
    void supplementary_answers_alone_make_no_item() {
        SyncReport report = classroom.look(
                seen(GRADES, about(5).state(Field.GRADE, "8").build()),
                seen(CALENDAR, about(5).due(DUE, DateRule.ACTIVITY).build()));

        assertThat(report.changes()).isEmpty();
        assertThat(classroom.tracker.account().items()).isEmpty();
    }

    @Test
    void what_was_mentioned_early_counts_once_the_item_is_there() {
        classroom.look(
                seen(CONTENTS),
                seen(CALENDAR, about(5).due(DUE, DateRule.ACTIVITY).build()));

        classroom.look(seen(CONTENTS, module(5).build()));

        assertThat(classroom.item("module:5").dueAt()).contains(DUE);
    }

    @Test
    void a_grade_that_is_missing_from_two_complete_reports_is_withdrawn() {
        classroom.look(
                seen(CONTENTS, module(5).build()),
                seen(GRADES, about(5).state(Field.GRADE, "8").build()));

        SyncReport once = classroom.look(seen(CONTENTS, module(5).build()), seen(GRADES));
        SyncReport twice = classroom.look(seen(CONTENTS, module(5).build()), seen(GRADES));

        assertThat(once.changes()).isEmpty();
        assertThat(changes(twice)).containsExactly("module:5 grade_changed");
        assertThat(classroom.item("module:5").grade()).isEmpty();
    }

    @Test
    void a_grade_stays_while_the_report_is_not_looked_at() {
        classroom.look(
                seen(CONTENTS, module(5).build()),
                seen(GRADES, about(5).state(Field.GRADE, "8").build()));

        SyncReport unread = classroom.look(seen(CONTENTS, module(5).build()), Classroom.notLooked(GRADES));
        SyncReport partly = classroom.look(seen(CONTENTS, module(5).build()), Classroom.partly(GRADES));

        assertThat(unread.changes()).isEmpty();
        assertThat(partly.changes()).isEmpty();
    }

    @Test
    void stated_to_have_no_value_is_not_the_same_as_not_mentioned() {
        classroom.look(
                seen(
                        CONTENTS,
                        module(5)
                                .rank(Sighting.SECOND)
                                .body("Old text")
                                .state(Field.PLACE, "Room 1")
                                .build()),
                seen(ASSIGNMENTS, module(5).body(null).build()));

        assertThat(classroom.item("module:5").body()).isEmpty();
        assertThat(classroom.item("module:5").get(Field.PLACE)).contains("Room 1");
    }

    @Test
    void an_older_answer_of_lower_standing_does_not_win() {
        classroom.look(
                seen(ASSIGNMENTS, module(5).title("Essay").build()),
                seen(CALENDAR, about(5).state(Field.TITLE, "Essay is due").build()));

        SyncReport report =
                classroom.look(seen(ASSIGNMENTS, module(5).title("Long essay").build()));

        assertThat(changes(report)).containsExactly("module:5 content_changed");
        assertThat(classroom.item("module:5").title()).isEqualTo("Long essay");
    }

    @Test
    void an_answer_that_proved_to_be_outdated_no_longer_wins() {
        classroom.look(
                seen(
                        ASSIGNMENTS,
                        module(5)
                                .title("Essay")
                                .completion(Completion.COMPLETED)
                                .build()),
                seen(CONTENTS, module(5).rank(Sighting.SECOND).title("Essay").build()));

        classroom.look(
                seen(ASSIGNMENTS),
                seen(CONTENTS, module(5).rank(Sighting.SECOND).title("Page").build()));
        classroom.look(
                seen(ASSIGNMENTS),
                seen(CONTENTS, module(5).rank(Sighting.SECOND).title("Page").build()));

        assertThat(classroom.item("module:5").title()).isEqualTo("Page");
        assertThat(classroom.item("module:5").completion()).isEqualTo(Completion.UNKNOWN);
    }

    @Test
    void completion_is_reached_by_any_answer() {
        classroom.look(
                seen(CONTENTS, module(5).completion(Completion.INCOMPLETE).build()),
                seen(ASSIGNMENTS, about(5).completion(Completion.COMPLETED).build()));

        assertThat(classroom.item("module:5").completion()).isEqualTo(Completion.COMPLETED);
    }

    @Test
    void what_the_student_says_stays_whatever_the_source_says() {
        classroom.look(
                seen(CONTENTS, module(5).completion(Completion.INCOMPLETE).build()));
        classroom.override("module:5", "completed");

        classroom.look(seen(
                CONTENTS,
                module(5).title("Renamed").completion(Completion.INCOMPLETE).build()));

        assertThat(classroom.item("module:5").title()).isEqualTo("Renamed");
        assertThat(classroom.item("module:5").completion()).isEqualTo(Completion.COMPLETED);
        assertThat(classroom.item("module:5").get(Field.COMPLETION)).contains("incomplete");
    }

    @Test
    void a_module_that_moves_to_another_section_is_nothing() {
        classroom.look(seen(CONTENTS, module(5).placedIn("section:1").build()));

        SyncReport report =
                classroom.look(seen(CONTENTS, module(5).placedIn("section:2").build()));

        assertThat(report.changes()).isEmpty();
    }

    @Test
    void a_thing_that_moves_to_another_course_is_the_same_thing() {
        classroom.look(
                seen(CALENDAR, module(5).build()),
                seen(CONTENTS, module(5).build(), module(6).build()));

        SyncReport report =
                classroom.look(seen(CALENDAR, module(5).course("course:3").build()));

        assertThat(changes(report)).containsExactly("module:5 refresh_only");
        assertThat(classroom.item("module:5").course()).contains("course:3");
        assertThat(classroom
                        .look(seen(CALENDAR, module(5).course("course:3").build()))
                        .changes())
                .isEmpty();
    }
}
