package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.Item;
import dev.unitracker.moodle.simulator.Failure;
import dev.unitracker.moodle.simulator.Where;
import dev.unitracker.report.MissedText;
import dev.unitracker.report.SyncReport;
import dev.unitracker.run.Run.Outcome;
import dev.unitracker.words.Language;
import dev.unitracker.words.Texts;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A site that is out of order as a whole: one line in the report, few requests, nobody is alarmed, and the next look catches up. */
class OutageTest {

    private static final Where REST = Where.path("/webservice/rest/server.php");
    private static final Where FILES = Where.path("pluginfile.php");

    /** How a site goes out of order, and how many requests show it. */
    enum Outage {
        WITHOUT_DATABASE(1, student -> student.moodle.fail(REST, Failure.error("dbconnectionfailed"))),
        WITHOUT_SESSIONS(1, student -> student.moodle.fail(REST, Failure.error("sessionerroruser"))),
        DISK_FULL(4, student -> student.moodle.fail(REST, Failure.error("dmlwriteexception"))),
        DATABASE_IN_HTML(
                4, student -> student.moodle.answer(REST, answer -> "<p>Error: Database connection failed</p>")),
        EMPTY_ANSWERS(8, student -> student.moodle.answer(REST, answer -> "")),
        SERVER_ERRORS(12, student -> student.moodle.fail(REST, Failure.status(500))),
        MAINTENANCE(1, student -> student.moodle.fail(REST, Failure.maintenance()));

        private final int requests;

        @SuppressWarnings("ImmutableEnumChecker")
        private final Consumer<Student> begin;

        Outage(int requests, Consumer<Student> begin) {
            this.requests = requests;
            this.begin = begin;
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_outage_is_one_line_and_few_requests(Outage outage) {
        try (Student student = Student.ofDemo(password -> password)) {
            student.settled();
            List<Item> before = student.activeItems();
            outage.begin.accept(student);

            SyncReport report = student.look();

            assertThat(report.run().outcome()).isEqualTo(Outcome.PARTIAL);
            assertThat(lines(student, report)).hasSize(1);
            assertThat(report.refusal()).isEmpty();
            assertThat(report.changes()).isEmpty();
            assertThat(student.activeItems()).isEqualTo(before);
            assertThat(student.moodle.requests()).isLessThanOrEqualTo(outage.requests);
            assertThat(student.moodle.logins()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_happened_during_an_outage_is_told_afterwards(Outage outage) {
        try (Student student = Student.ofDemo(password -> password)) {
            student.settled();
            outage.begin.accept(student);
            student.quietLook();
            student.moodle.clearFailures();
            student.moodle.moveTo(1);

            SyncReport report = student.quietLook();

            assertThat(report.complete()).isTrue();
            assertThat(report.news()).hasSize(4);
        }
    }

    @Test
    void a_database_that_goes_away_in_the_middle_of_a_look_ends_it() {
        try (Student student = Student.ofDemo()) {
            student.settled();
            student.moodle.fail(Where.function("core_course_get_updates_since"), Failure.error("dbconnectionfailed"));

            SyncReport report = student.look();

            assertThat(lines(student, report)).hasSize(1);
            assertThat(student.moodle.requests()).isLessThanOrEqualTo(4);
        }
    }

    @Test
    void errors_of_one_code_on_end_are_no_outage_while_the_site_answers_otherwise() {
        try (Student student = Student.ofDemo()) {
            student.settled();
            student.moodle.fail(Where.function("gradereport_user_get_grade_items"), Failure.error("nopermission"));
            student.moodle.fail(Where.function("mod_assign_get_submission_status"), Failure.error("nopermission"));
            student.moodle.moveTo(1);

            SyncReport report = student.look();

            assertThat(report.news()).isNotEmpty();
            assertThat(report.run().notLooked())
                    .allMatch(line -> line.startsWith("moodle_grades: grades of")
                            || line.startsWith("moodle_assignments: submission of"));
            assertThat(student.moodle.countsByFunction().get("core_webservice_get_site_info"))
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"WITHOUT_DATABASE", "SERVER_ERRORS", "MAINTENANCE"})
    void an_outage_while_files_are_read_is_one_line_too_and_all_are_read_afterwards(Outage outage) {
        try (Student student = Student.ofDemo()) {
            student.moodle.fail(
                    FILES,
                    switch (outage) {
                        case SERVER_ERRORS -> Failure.status(500);
                        case MAINTENANCE -> Failure.maintenance();
                        default -> Failure.error("dbconnectionfailed");
                    });
            student.moodle.answer(Where.function("mod_wiki_get_wikis_by_courses"), answer -> {
                outage.begin.accept(student);
                return answer;
            });
            SyncReport report = student.look();
            long files = student.moodle.log().stream()
                    .filter(asked -> asked.path().contains("pluginfile"))
                    .count();
            student.moodle.clearFailures();
            SyncReport next = student.quietLook();

            assertThat(lines(student, report)).hasSizeLessThanOrEqualTo(2);
            assertThat(files).isLessThanOrEqualTo(6);
            assertThat(next.complete()).isTrue();
            assertThat(student.item("file:32:/README.md").body()).isPresent();
        }
    }

    @Test
    void files_that_are_broken_one_after_the_other_keep_no_other_from_being_read() {
        try (Student student = Student.ofDemo()) {
            student.moodle.fail(Where.path("CALCULO"), Failure.status(500));
            student.moodle.fail(Where.path("guia1"), Failure.status(500));
            student.moodle.fail(Where.path(".pdf"), Failure.status(500));

            SyncReport report = student.look();

            assertThat(report.run().notLooked()).isNotEmpty().allMatch(line -> line.startsWith("moodle_files: file "));
            assertThat(student.item("file:32:/README.md").body()).isPresent();
        }
    }

    private static List<String> lines(Student student, SyncReport report) {
        return new MissedText(
                        Texts.in(Language.ENGLISH), student.tracker().account().parts())
                .linesWithDetails(report.run().parts());
    }
}
