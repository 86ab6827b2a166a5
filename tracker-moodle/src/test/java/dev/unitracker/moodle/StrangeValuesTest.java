package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.model.Change;
import dev.unitracker.model.Item;
import dev.unitracker.moodle.simulator.Where;
import dev.unitracker.report.SyncReport;
import dev.unitracker.run.Run.Outcome;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One value that nobody can read costs what it belongs to: the rest is read, and the report says what was not. */
class StrangeValuesTest {

    private static final String FAR = "999999999999999999";

    @ParameterizedTest
    @ValueSource(
            strings = {
                FAR,
                "253402300800",
                "1795834740000",
                "99999999999999999999",
                "1e30",
                "\"soon\"",
                "\"99999999999999999999\""
            })
    void a_date_that_is_no_time_costs_its_assignment_and_not_its_deadline(String due) {
        try (Student student = Student.ofDemo()) {
            student.settled();
            List<Item> before = student.activeItems();
            student.moodle.answer(Where.function("mod_assign_get_assignments"), strange("cmid", "5", "duedate", due));

            List<SyncReport> looks = List.of(student.look(), student.look(), student.look());

            assertThat(looks).allSatisfy(look -> {
                assertThat(look.changes()).isEmpty();
                assertThat(look.run().notLooked())
                        .singleElement()
                        .asString()
                        .startsWith("moodle_assignments: TP 1")
                        .contains("duedate is no time: ");
            });
            assertThat(student.activeItems()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "mod_assign_get_assignments, cmid, 5, cutoffdate, moodle_assignments: ",
        "mod_assign_get_assignments, cmid, 5, allowsubmissionsfromdate, moodle_assignments: ",
        "mod_quiz_get_quizzes_by_courses, coursemodule, 7, timeclose, moodle_quizzes: ",
        "mod_quiz_get_quizzes_by_courses, coursemodule, 7, timeopen, moodle_quizzes: ",
        "mod_forum_get_forums_by_courses, cmid, 1, duedate, moodle_forums: ",
        "mod_forum_get_forum_discussions, discussion, 1, created, moodle_forums: ",
        "core_calendar_get_calendar_events, id, 1, timestart, moodle_calendar: ",
        "core_calendar_get_calendar_events, id, 26, timestart, moodle_calendar: ",
        "core_calendar_get_calendar_events, id, 26, timeduration, moodle_calendar: ",
        "core_course_get_contents, dataid, timeclose, timestamp, moodle_contents: ",
    })
    void every_answer_loses_only_what_it_belongs_to(
            String function, String id, String value, String field, String line) {
        try (Student student = Student.ofDemo()) {
            student.settled();
            List<Item> before = student.activeItems();
            student.moodle.answer(Where.function(function), strange(id, value, field, FAR));

            List<SyncReport> looks = List.of(student.look(), student.look(), student.look());

            assertThat(looks).allSatisfy(look -> {
                assertThat(look.changes()).isEmpty();
                assertThat(look.run().notLooked())
                        .isNotEmpty()
                        .allSatisfy(
                                missed -> assertThat(missed).startsWith(line).contains(field + " is no time"));
            });
            assertThat(student.activeItems()).isEqualTo(before);
        }
    }

    /** Sites before 3.11 tell the dates of a module nowhere else. */
    @Test
    void what_a_module_says_for_itself_is_a_date_too() {
        try (Student student = Student.ofDemo()) {
            Where contents = Where.function("core_course_get_contents");
            student.moodle.answer(contents, Edits.where("modname", "quiz", quiz -> told(quiz, "1795921200")));
            student.settled();
            List<Item> before = student.activeItems();
            student.moodle.answer(contents, Edits.where("modname", "quiz", quiz -> told(quiz, FAR)));

            SyncReport look = student.look();

            assertThat(look.changes()).isEmpty();
            assertThat(look.run().notLooked())
                    .isNotEmpty()
                    .allSatisfy(missed ->
                            assertThat(missed).startsWith("moodle_contents: ").contains("timeclose is no time"));
            assertThat(student.activeItems()).isEqualTo(before);
        }
    }

    @Test
    void what_changes_beside_it_is_told() {
        try (Student student = Student.ofDemo()) {
            student.settled();
            student.moodle.answer(
                    Where.function("mod_assign_get_assignments"),
                    strange("cmid", "5", "duedate", FAR).andThen(strange("cmid", "15", "duedate", "1796400000"))
                            ::apply);

            List<Change> news = student.look().news();

            assertThat(news)
                    .extracting(
                            change -> change.kind().key() + " " + change.item().key())
                    .containsExactly("deadline_changed module:15");
        }
    }

    @Test
    void an_extension_that_is_no_time_costs_the_answer_about_the_students_submission() {
        try (Student student = Student.ofDemo()) {
            student.settled();
            List<Item> before = student.activeItems();
            student.moodle.answer(
                    Where.function("mod_assign_get_submission_status").with("assignid", 1),
                    Edits.of(answer ->
                            ((ObjectNode) answer.path("lastattempt")).put("extensionduedate", 999999999999999999L)));

            SyncReport look = student.look();

            assertThat(look.changes()).isEmpty();
            assertThat(look.run().outcome()).isEqualTo(Outcome.PARTIAL);
            assertThat(look.run().notLooked())
                    .singleElement()
                    .asString()
                    .startsWith("moodle_assignments: submission of TP 1")
                    .contains("the answer cannot be read");
            assertThat(student.activeItems()).isEqualTo(before);
        }
    }

    @Test
    void how_old_a_file_is_does_not_matter_so_much() {
        try (Student student = Student.ofDemo()) {
            student.settled();
            student.moodle.answer(
                    Where.function("core_course_get_contents"),
                    answer -> answer.replaceFirst("\"timemodified\":\\d+", "\"timemodified\":" + FAR));

            SyncReport look = student.look();

            assertThat(look.run().outcome()).isEqualTo(Outcome.COMPLETE);
            assertThat(look.news()).isEmpty();
        }
    }

    private static void told(ObjectNode module, String closes) {
        module.remove("dates");
        module.put("customdata", "{\"timeclose\":\"" + closes + "\"}");
    }

    private static UnaryOperator<String> strange(String id, String value, String field, String strange) {
        return Edits.where(id, value, node -> node.set(field, Edits.read(strange)));
    }
}
