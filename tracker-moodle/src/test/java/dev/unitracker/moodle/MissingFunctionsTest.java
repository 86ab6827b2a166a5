package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.Item;
import dev.unitracker.moodle.internal.answers.ModuleList;
import dev.unitracker.moodle.simulator.Failure;
import dev.unitracker.moodle.simulator.Where;
import dev.unitracker.report.SyncReport;
import dev.unitracker.run.Missed;
import dev.unitracker.run.PartOutcome;
import dev.unitracker.run.Run.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Sites of other versions and with other settings: what they do not offer is not asked, and the rest works. */
class MissingFunctionsTest {

    private static final String BATCH = "tool_mobile_call_external_functions";

    static List<String> functions() {
        List<String> functions = new ArrayList<>(List.of(
                BATCH,
                "core_course_get_updates_since",
                "gradereport_overview_get_course_grades",
                "mod_quiz_get_user_attempts",
                "mod_forum_get_discussion_posts",
                "mod_assign_get_submission_status",
                "core_group_get_course_user_groups"));
        functions.addAll(ModuleList.FUNCTIONS.values());
        return functions;
    }

    @ParameterizedTest
    @MethodSource("functions")
    void without_a_function_that_only_adds_to_others_everything_is_found(String function) {
        try (Student student = Student.ofDemo()) {
            student.moodle.removeFunction(function);

            SyncReport first = student.look();
            student.moodle.moveTo(1);
            SyncReport second = student.quietLook();

            assertThat(first.items()).isEqualTo(81);
            assertThat(first.run().notLooked()).noneMatch(line -> line.contains("unexpectedly"));
            assertThat(second.news())
                    .filteredOn(change -> change.kind() == ChangeKind.DEADLINE_CHANGED)
                    .hasSize(2);
            assertThat(student.moodle.countsByFunction()).doesNotContainKey(function);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "core_enrol_get_users_courses, 0, moodle_courses: list of courses",
        "core_course_get_contents, 56, moodle_contents: contents of Cálculo I",
        "mod_assign_get_assignments, 81, moodle_assignments: assignments",
        "mod_quiz_get_quizzes_by_courses, 81, moodle_quizzes: quizzes",
        "mod_forum_get_forums_by_courses, 47, moodle_forums: forums",
        "mod_forum_get_forum_discussions, 47, moodle_forums: discussions of Avisos",
        "gradereport_user_get_grade_items, 81, moodle_grades: grades of Cálculo I",
        "core_calendar_get_calendar_events, 78, moodle_calendar: calendar",
        "mod_assign_get_submission_status, 81, moodle_assignments: submission of TP 1",
        "mod_quiz_get_user_attempts, 81, moodle_quizzes: attempts at Parcialito 1"
    })
    void without_a_function_the_report_says_what_is_not_looked_at(String function, int atLeast, String line) {
        try (Student student = Student.ofDemo()) {
            student.moodle.removeFunction(function);

            SyncReport report = student.look();

            assertThat(report.run().outcome()).isEqualTo(Outcome.PARTIAL);
            assertThat(report.run().notLooked())
                    .anyMatch(told -> told.startsWith(line)
                            && told.endsWith("NOT_OFFERED (the site does not offer " + function + ")"));
            assertThat(report.items()).isGreaterThanOrEqualTo(atLeast);
            assertThat(student.moodle.countsByFunction()).doesNotContainKey(function);
        }
    }

    @Test
    void what_a_site_does_not_have_is_missed_twice_and_then_looks_are_quiet_again() {
        try (Student student = Student.ofDemo()) {
            student.moodle.removeFunction("mod_quiz_get_quizzes_by_courses");

            List<Boolean> full = new ArrayList<>();
            for (int look = 0; look < 4; look++) {
                full.add(student.quietLook().run().full());
            }

            assertThat(full).containsExactly(true, true, false, false);
        }
    }

    @Test
    void without_batches_each_function_is_asked_alone() {
        try (Student student = Student.ofDemo()) {
            student.moodle.removeFunction(BATCH);

            SyncReport report = student.look();

            assertThat(report.complete()).isTrue();
            assertThat(student.moodle.batches()).isZero();
            assertThat(student.moodle.log()).allMatch(asked -> asked.functions().size() <= 1);
        }
    }

    @Test
    void a_batch_function_that_is_offered_and_forbidden_gives_way_to_single_calls() {
        try (Student student = Student.ofDemo()) {
            student.moodle.fail(Where.function(BATCH), Failure.error("accessexception"));

            SyncReport report = student.look();

            assertThat(report.complete()).isTrue();
            assertThat(report.items()).isEqualTo(81);
        }
    }

    @Test
    void without_the_list_of_pages_their_text_is_read_from_their_files() {
        try (Student student = Student.ofDemo()) {
            student.moodle.removeFunction("mod_page_get_pages_by_courses");

            student.look();
            student.moodle.moveTo(1);
            student.look();
            student.moodle.moveTo(2);
            SyncReport report = student.look();

            assertThat(student.item("module:10").body().orElseThrow())
                    .contains("El recuperatorio será el 11 de diciembre");
            assertThat(report.news())
                    .filteredOn(change -> change.item().key().equals("module:10"))
                    .extracting(change -> change.kind())
                    .containsExactly(ChangeKind.EXAM_CHANGED);
            assertThat(student.activeItems())
                    .filteredOn(item -> item.id().key().startsWith("file:"))
                    .hasSize(8);
        }
    }

    @Test
    void a_list_of_pages_that_a_newer_release_brings_takes_over_from_their_files() {
        try (Student student = Student.ofDemo()) {
            student.moodle.answer(Where.function("core_webservice_get_site_info"), MissingFunctionsTest::withoutPages);
            student.look();
            boolean asFile = !student.item("module:10").body().orElseThrow().contains("Test page 1");
            student.moodle.clearFailures();
            student.moodle.moveTo(2);
            student.wait(Duration.ofDays(1));
            student.look();

            assertThat(asFile).isTrue();
            assertThat(student.item("module:10").body().orElseThrow())
                    .contains("Test page 1")
                    .contains("11 de diciembre");
        }
    }

    @Test
    void a_list_of_pages_that_is_not_offered_today_is_waited_for_until_a_day_went_by() {
        try (Student student = Student.ofDemo().settled()) {
            List<Item> before = student.activeItems();
            student.wait(Duration.ofHours(25));
            student.moodle.answer(Where.function("core_webservice_get_site_info"), MissingFunctionsTest::withoutPages);

            SyncReport first = student.look();
            SyncReport second = student.look();
            List<Item> waiting = student.activeItems();
            student.wait(Duration.ofHours(25));
            student.look();

            assertThat(first.changes()).isEmpty();
            assertThat(second.changes()).isEmpty();
            assertThat(waiting).isEqualTo(before);
            assertThat(student.item("module:10").body().orElseThrow()).doesNotContain("Test page 1");
        }
    }

    private static String withoutPages(String siteInfo) {
        return siteInfo.replace("\"mod_page_get_pages_by_courses\"", "\"something_else\"");
    }

    @Test
    void a_parameter_that_an_old_site_does_not_know_is_left_out_from_then_on() {
        try (Student student = Student.ofDemo()) {
            student.moodle.removeParameter("core_enrol_get_users_courses", "returnusercount");

            SyncReport first = student.look();
            int tries = student.moodle.countsByFunction().getOrDefault("core_enrol_get_users_courses", 0);
            student.moodle.resetCounts();
            student.look();

            assertThat(first.complete()).isTrue();
            assertThat(first.items()).isEqualTo(81);
            assertThat(tries).isEqualTo(2);
            assertThat(student.moodle.countsByFunction()).containsEntry("core_enrol_get_users_courses", 1);
        }
    }

    @Test
    void a_site_that_lets_no_files_be_downloaded_says_so() {
        try (Student student = Student.ofDemo()) {
            student.moodle.answer(
                    Where.function("core_webservice_get_site_info"),
                    info -> info.replaceAll("\"downloadfiles\":1", "\"downloadfiles\":0"));

            SyncReport report = student.look();

            assertThat(report.items()).isEqualTo(81);
            assertThat(report.run().notLooked())
                    .containsExactly("moodle_files: text of 9 files: the site does not let files be downloaded");
            assertThat(report.run().parts())
                    .flatExtracting(PartOutcome::missed)
                    .extracting(Missed::code)
                    .containsExactly(Missed.Code.DOWNLOADS_OFF);
            assertThat(student.moodle.log()).noneMatch(asked -> asked.path().contains("pluginfile"));
        }
    }
}
