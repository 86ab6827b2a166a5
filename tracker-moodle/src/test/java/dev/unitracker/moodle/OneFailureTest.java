package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.Item;
import dev.unitracker.moodle.simulator.Failure;
import dev.unitracker.moodle.simulator.Where;
import dev.unitracker.report.SyncReport;
import dev.unitracker.run.Run.Outcome;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One thing fails: the rest is stored, the report names it, nothing is removed, and the next look catches up. */
class OneFailureTest {

    private static final Failure BROKEN = Failure.error("dmlreadexception");

    @ParameterizedTest
    @CsvSource({
        "core_enrol_get_users_courses, moodle_courses: list of courses",
        "mod_assign_get_assignments, moodle_assignments: assignments",
        "mod_quiz_get_quizzes_by_courses, moodle_quizzes: quizzes",
        "mod_forum_get_forums_by_courses, moodle_forums: forums",
        "mod_forum_get_forum_discussions, moodle_forums: discussions of Avisos",
        "mod_page_get_pages_by_courses, moodle_contents: texts of all page activities",
        "mod_url_get_urls_by_courses, moodle_contents: texts of all url activities",
        "core_course_get_contents, moodle_contents: contents of Cálculo I",
        "gradereport_user_get_grade_items, moodle_grades: grades of Cálculo I",
        "mod_assign_get_submission_status, moodle_assignments: submission of TP 1",
        "mod_quiz_get_user_attempts, moodle_quizzes: attempts at Parcialito 1",
        "core_calendar_get_calendar_events, moodle_calendar: calendar",
        "core_group_get_course_user_groups, moodle_calendar: calendar events of groups"
    })
    void one_failing_function_costs_its_own_answers_only(String function, String line) {
        try (Student student = Student.ofDemo()) {
            student.settled();
            List<Item> before = student.activeItems();

            student.moodle.fail(Where.function(function), BROKEN);
            SyncReport first = student.look();
            SyncReport second = student.look();
            SyncReport third = student.look();

            assertThat(first.run().outcome()).isEqualTo(Outcome.PARTIAL);
            assertThat(first.run().notLooked())
                    .anyMatch(told -> told.startsWith(line) && told.contains("dmlreadexception"));
            assertThat(List.of(first, second, third))
                    .allMatch(report -> report.changes().isEmpty());
            assertThat(student.activeItems()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "mod_assign_get_assignments, 5",
        "mod_quiz_get_quizzes_by_courses, 7",
        "core_course_get_contents, 33",
        "mod_url_get_urls_by_courses, 33",
        "gradereport_user_get_grade_items, 29",
        "mod_assign_get_submission_status, 15",
        "mod_page_get_pages_by_courses, 10"
    })
    void what_a_failing_function_hid_is_told_once_it_answers_again(String function, String moduleThatMoved) {
        try (Student smooth = Student.ofDemo();
                Student student = Student.ofDemo()) {
            smooth.settled();
            smooth.moodle.moveTo(3);
            smooth.settled();
            student.settled();

            student.moodle.moveTo(3);
            student.moodle.fail(Where.function(function), BROKEN);
            student.quietLook();
            student.moodle.clearFailures();
            student.quietLook();
            SyncReport last = student.quietLook();

            assertThat(last.complete()).isTrue();
            assertThat(states(student)).isEqualTo(states(smooth));
            assertThat(student.ledger())
                    .filteredOn(change -> !change.baseline())
                    .anyMatch(
                            change -> change.meaningful() && change.item().key().equals("module:" + moduleThatMoved));
        }
    }

    @Test
    void a_text_that_was_edited_is_told_though_the_site_does_not_say_what_moved() {
        try (Student student = Student.ofDemo()) {
            student.settled();
            student.quietLook();
            student.moodle.answer(
                    Where.function("mod_folder_get_folders_by_courses"),
                    Edits.where("coursemodule", 13, folder -> folder.put("intro", "<p>Leer antes del parcial</p>")));
            student.moodle.fail(Where.function("core_course_get_updates_since"), BROKEN);

            SyncReport report = student.quietLook();

            assertThat(report.news()).extracting(change -> change.item().key()).containsExactly("module:13");
            assertThat(student.item("module:13").body()).contains("Leer antes del parcial");
        }
    }

    private static List<String> states(Student student) {
        return student.tracker().account().items().stream()
                .map(stored -> (stored.item() + " " + stored.item().fields()).replace(student.moodle.url(), "SITE"))
                .toList();
    }

    @Test
    void what_is_read_late_of_a_first_look_is_no_news() {
        assertNoNewsOf(Where.function("core_course_get_contents").with("courseid", 3));
        assertNoNewsOf(Where.function("mod_assign_get_submission_status").with("assignid", 3));
        assertNoNewsOf(Where.function("mod_forum_get_forum_discussions").with("forumid", 1));
        assertNoNewsOf(Where.function("gradereport_user_get_grade_items").with("courseid", 5));
        assertNoNewsOf(Where.function("mod_page_get_pages_by_courses"));
        assertNoNewsOf(Where.function("core_calendar_get_calendar_events"));
    }

    private static void assertNoNewsOf(Where where) {
        try (Student student = Student.ofDemo()) {
            student.moodle.fail(where, BROKEN);
            SyncReport first = student.look();
            student.moodle.clearFailures();

            SyncReport late = student.quietLook();

            assertThat(first.run().outcome()).as("%s", where).isEqualTo(Outcome.PARTIAL);
            assertThat(late.complete()).as("%s", where).isTrue();
            assertThat(late.items()).as("%s", where).isEqualTo(81);
            assertThat(late.news()).as("%s", where).isEmpty();
        }
    }

    @Test
    void one_failing_course_costs_no_other_course_anything() {
        assertOnly(
                Where.function("core_course_get_contents").with("courseid", 2),
                student -> "moodle_contents: contents of Cálculo I: dmlreadexception (error/dmlreadexception)");
    }

    @Test
    void one_failing_activity_costs_no_other_activity_anything() {
        assertOnly(
                Where.function("mod_assign_get_submission_status").with("assignid", 3),
                student -> "moodle_assignments: submission of Informe de laboratorio: calorimetría: dmlreadexception"
                        + " (error/dmlreadexception)");
    }

    private static void assertOnly(Where where, Function<Student, String> line) {
        try (Student student = Student.ofDemo()) {
            student.settled();
            student.moodle.moveTo(3);
            student.moodle.fail(where, BROKEN);

            SyncReport report = student.look();

            assertThat(report.run().outcome()).isEqualTo(Outcome.PARTIAL);
            assertThat(report.run().notLooked()).containsExactly(line.apply(student));
            assertThat(report.changes()).noneMatch(change -> change.kind() == ChangeKind.REMOVED);
            assertThat(report.news()).hasSizeGreaterThan(10);
        }
    }

    @Test
    void one_failing_file_costs_its_own_text_only_and_is_read_at_the_next_look() {
        try (Student student = Student.ofDemo()) {
            student.moodle.fail(Where.path("CALCULO"), Failure.status(404));
            SyncReport first = student.look();
            String schedule = "file:9:/Cronograma CALCULO I 2do. Cuat. 2026.pdf";
            boolean withoutText = student.item(schedule).body().isEmpty();
            student.moodle.clearFailures();
            SyncReport second = student.quietLook();

            assertThat(first.run().outcome()).isEqualTo(Outcome.PARTIAL);
            assertThat(first.run().notLooked())
                    .containsExactly("moodle_files: file Cronograma CALCULO I 2do. Cuat. 2026.pdf: HTTP 404");
            assertThat(first.items()).isEqualTo(81);
            assertThat(withoutText).isTrue();
            assertThat(student.item("file:13:/guia1.txt").body()).isPresent();
            assertThat(second.complete()).isTrue();
            assertThat(second.news()).isEmpty();
            assertThat(student.item(schedule).body().orElseThrow()).contains("Segundo parcial");
        }
    }

    @ParameterizedTest
    @CsvSource({"CALCULO", "mod_page", "guia1", "mod_book"})
    void a_file_that_comes_as_a_login_page_in_half_or_not_at_all_changes_nothing(String file) {
        try (Student student = Student.ofDemo()) {
            student.moodle.removeFunction("mod_page_get_pages_by_courses");
            student.settled();
            student.moodle.answer(
                    Where.function("core_course_get_contents"),
                    contents -> contents.replaceAll("\"timemodified\":\\d+", "\"timemodified\":1795000000"));

            for (Failure failure : List.of(
                    Failure.loginPage(), Failure.dropped(), Failure.status(500), Failure.error("filenotfound"))) {
                student.moodle.fail(Where.path(file), failure);
                SyncReport report = student.look();
                student.moodle.clearFailures();
                student.moodle.answer(
                        Where.function("core_course_get_contents"),
                        contents -> contents.replaceAll("\"timemodified\":\\d+", "\"timemodified\":1795000000"));

                assertThat(report.run().outcome()).as("%s", failure).isEqualTo(Outcome.PARTIAL);
                assertThat(report.run().notLooked())
                        .as("%s", failure)
                        .allMatch(line -> line.startsWith("moodle_files: file "));
                assertThat(report.changes()).as("%s", failure).isEmpty();
            }
            SyncReport last = student.look();

            assertThat(last.complete()).isTrue();
            assertThat(last.changes()).isEmpty();
        }
    }

    @Test
    void nothing_is_removed_while_something_fails_and_all_is_once_it_does_not() {
        try (Student student = Student.ofDemo()) {
            student.settled();
            student.moodle.moveTo(2);
            student.moodle.fail(Where.function("mod_label_get_labels_by_courses"), BROKEN);
            student.look();
            student.look();
            boolean stillThere = student.activeItems().stream()
                    .anyMatch(item -> item.id().key().equals("module:11"));
            student.moodle.clearFailures();
            student.look();
            List<Change> last = student.look().changes();

            assertThat(stillThere).isTrue();
            assertThat(last).extracting(Change::kind).contains(ChangeKind.REMOVED);
        }
    }
}
