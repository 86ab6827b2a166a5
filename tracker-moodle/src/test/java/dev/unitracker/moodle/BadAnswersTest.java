package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.model.Change;
import dev.unitracker.model.Item;
import dev.unitracker.moodle.internal.answers.ModuleList;
import dev.unitracker.moodle.simulator.Failure;
import dev.unitracker.moodle.simulator.Where;
import dev.unitracker.report.SyncReport;
import dev.unitracker.run.Run.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a site in trouble sends instead of answers: nothing is removed, nothing changes, and a line says what it was. */
class BadAnswersTest {

    private static final String CONTENTS = "core_course_get_contents";

    private static final String BARE_COURSE = "[{\"id\":1,\"name\":\"General\",\"summary\":\"\",\"modules\":[]}]";

    /** Where so few things are that they may well vanish at once. */
    private static final Set<String> SMALL_COURSES = Set.of("course:5");

    @ParameterizedTest
    @CsvSource({
        "core_course_get_contents, moodle_contents: contents of Cálculo I: EMPTY",
        "core_enrol_get_users_courses, moodle_courses: list of courses: came back empty; nothing is taken as removed",
        "mod_assign_get_assignments, moodle_assignments: assignments: EMPTY",
        "mod_quiz_get_quizzes_by_courses, moodle_quizzes: quizzes: EMPTY",
        "mod_forum_get_forums_by_courses, moodle_forums: forums of Cálculo I: 2 did not come that the course's contents show",
        "mod_forum_get_forum_discussions, moodle_forums: discussions of Avisos: EMPTY",
        "mod_page_get_pages_by_courses, moodle_contents: texts of all page activities: EMPTY",
        "gradereport_user_get_grade_items, moodle_grades: grades of Cálculo I: EMPTY",
        "mod_assign_get_submission_status, moodle_assignments: submission of TP 1",
        "mod_quiz_get_user_attempts, moodle_quizzes: attempts at Parcialito 1: EMPTY",
        "core_calendar_get_calendar_events, moodle_calendar: calendar: EMPTY"
    })
    void an_empty_answer_is_no_news(String function, String line) {
        try (Student student = Student.ofDemo()) {
            student.settled();
            student.moodle.fail(Where.function(function), Failure.emptyList());

            assertNothingHappens(student, student::look, line);
            assertNothingHappens(student, student::quietLook, "");
        }
    }

    @Test
    void contents_without_any_activity_remove_nothing_that_other_answers_still_show() {
        try (Student student = Student.ofDemo()) {
            student.settled();
            List<Item> before = student.activeItems();
            student.moodle.answer(Where.function(CONTENTS), contents -> BARE_COURSE);

            student.look();
            SyncReport second = student.look();

            assertThat(second.changes()).noneMatch(Change::meaningful);
            assertThat(student.activeItems()).hasSameSizeAs(before);
        }
    }

    @Test
    void courses_that_come_without_any_activity_from_nowhere_are_held_back_as_suspicious() {
        try (Student student = Student.ofDemo()) {
            ModuleList.FUNCTIONS.values().forEach(student.moodle::removeFunction);
            student.settled();
            List<Item> before = student.activeItems();
            student.moodle.answer(Where.function(CONTENTS), contents -> BARE_COURSE);
            student.moodle.answer(Where.function("mod_assign_get_assignments"), BadAnswersTest::withoutActivities);
            student.moodle.answer(Where.function("mod_quiz_get_quizzes_by_courses"), BadAnswersTest::withoutActivities);
            student.moodle.answer(Where.function("mod_forum_get_forums_by_courses"), BadAnswersTest::withoutActivities);

            SyncReport first = student.look();
            SyncReport second = student.look();

            assertThat(List.of(first, second)).allMatch(report -> report.run().outcome() == Outcome.PARTIAL);
            assertThat(first.suspected())
                    .anyMatch(line -> line.startsWith("course:2: ")
                            && line.contains("vanished at once; held back as suspicious, nothing was removed"));
            assertThat(student.activeItems())
                    .filteredOn(item ->
                            item.course().filter(SMALL_COURSES::contains).isEmpty())
                    .isEqualTo(before.stream()
                            .filter(item -> item.course()
                                    .filter(SMALL_COURSES::contains)
                                    .isEmpty())
                            .toList());
        }
    }

    private static String withoutActivities(String answer) {
        JsonNode json = Edits.read(answer);
        json.findParents("assignments").forEach(course -> ((ObjectNode) course).putArray("assignments"));
        if (json.has("quizzes")) {
            ((ObjectNode) json).putArray("quizzes");
        }
        return json.isArray() ? "[]" : json.toString();
    }

    @Test
    void a_forum_that_counts_discussions_and_sends_none_keeps_them() {
        try (Student student = Student.ofDemo()) {
            student.settled();
            student.moodle.answer(
                    Where.function("mod_forum_get_forum_discussions"),
                    answer -> "{\"discussions\":[],\"warnings\":[]}");

            assertNothingHappens(
                    student, student::look, "moodle_forums: discussions of Avisos: none came although the forum has 2");
        }
    }

    @Test
    void one_function_that_comes_as_a_login_page_costs_only_itself() {
        try (Student student = Student.ofDemo()) {
            student.settled();
            student.moodle.moveTo(1);
            student.moodle.fail(Where.function(CONTENTS).with("courseid", 4), Failure.loginPage());

            SyncReport report = student.look();

            assertThat(report.run().outcome()).isEqualTo(Outcome.PARTIAL);
            assertThat(report.run().notLooked()).hasSize(1);
            assertThat(report.run().notLooked().get(0))
                    .startsWith(
                            "moodle_contents: contents of Ciencia de los Materiales: NOT_JSON (the site sent a web page"
                                    + " where an answer was due; nothing is taken from it");
            assertThat(report.news()).hasSize(4);
        }
    }

    @ParameterizedTest
    @CsvSource({"gradereport_user_get_grade_items, 5", "mod_assign_get_submission_status, 6"})
    void a_function_that_breaks_whatever_it_is_asked_costs_only_itself(String function, int lines) {
        try (Student student = Student.ofDemo()) {
            student.moodle.fail(Where.function(function), Failure.status(500));

            SyncReport report = student.look();

            assertThat(report.items()).isEqualTo(81);
            assertThat(report.run().outcome()).isEqualTo(Outcome.PARTIAL);
            assertThat(report.run().notLooked()).hasSize(lines).allMatch(line -> line.contains("HTTP 500"));
        }
    }

    static Stream<Arguments> troubles() {
        return Stream.of(
                Arguments.of(Failure.loginPage(), "the site sent a web page where an answer was due"),
                Arguments.of(Failure.maintenance(), "the site is closed for maintenance (sitemaintenance)"),
                Arguments.of(Failure.error("upgraderunning"), "the site is closed for maintenance (upgraderunning)"),
                Arguments.of(Failure.truncated(), "the site sent half an answer"),
                Arguments.of(
                        Failure.brokenOff(),
                        "could not read webservice/rest/server.php of 127.0.0.1 (the connection broke off)"),
                Arguments.of(
                        Failure.dropped(),
                        "could not read webservice/rest/server.php of 127.0.0.1 (the connection broke off)"),
                Arguments.of(Failure.status(500), "127.0.0.1 answered HTTP 500"),
                Arguments.of(Failure.status(503, Duration.ofMinutes(2)), "127.0.0.1 answered HTTP 503"),
                Arguments.of(Failure.status(429, Duration.ofMinutes(2)), "127.0.0.1 answered HTTP 429"),
                Arguments.of(Failure.status(404), "the site answered HTTP 404 to"));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void when_everything_fails_the_report_says_how_and_the_site_is_soon_left_alone(Failure failure, String words) {
        try (Student student = Student.ofDemo()) {
            student.settled();
            student.moodle.fail(Where.everything(), failure);

            assertNothingHappens(student, student::look, words);

            assertThat(student.moodle.requests()).isLessThanOrEqualTo(2 * 16);
            assertThat(student.moodle.logins()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void a_first_look_at_a_site_in_trouble_stores_nothing_and_the_next_is_a_first_look(Failure failure, String words) {
        try (Student student = Student.ofDemo()) {
            student.moodle.fail(Where.everything(), failure);
            SyncReport first = student.quietLook();
            student.moodle.clearFailures();
            SyncReport second = student.quietLook();

            assertThat(first.run().outcome()).isEqualTo(Outcome.PARTIAL);
            assertThat(first.items()).isZero();
            assertThat(String.join("\n", first.run().notLooked())).contains(words);
            assertThat(second.baseline()).isEqualTo(81);
            assertThat(second.news()).isEmpty();
        }
    }

    static Stream<Failure> hiccups() {
        return Stream.of(
                Failure.truncated(),
                Failure.brokenOff(),
                Failure.dropped(),
                Failure.status(500),
                Failure.status(502),
                Failure.status(503, Duration.ofSeconds(1)),
                Failure.status(429, Duration.ofSeconds(1)),
                Failure.error("ex_unabletolock"));
    }

    @ParameterizedTest
    @MethodSource("hiccups")
    void a_hiccup_is_got_over(Failure failure) {
        try (Student student = Student.ofDemo()) {
            student.settled();
            student.moodle.moveTo(1);
            student.moodle.failOnce(Where.function("mod_assign_get_assignments"), failure);
            student.moodle.failOnce(Where.function(CONTENTS).with("courseid", 3), failure);

            SyncReport report = student.look();

            assertThat(report.run().notLooked()).isEmpty();
            assertThat(report.news()).hasSize(4);
        }
    }

    @Test
    void a_locked_function_is_asked_three_times_and_then_reported() {
        try (Student student = Student.ofDemo()) {
            student.settled();
            student.moodle.fail(Where.function("core_calendar_get_calendar_events"), Failure.error("ex_unabletolock"));

            SyncReport report = student.look();

            assertThat(report.run().notLooked())
                    .containsExactly("moodle_calendar: calendar: ex_unabletolock (error/ex_unabletolock)");
            assertThat(student.moodle.countsByFunction()).containsEntry("core_calendar_get_calendar_events", 3);
            assertThat(report.changes()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"half", "page"})
    void a_batch_that_never_comes_whole_is_asked_one_by_one(String how) {
        try (Student student = Student.ofDemo()) {
            student.moodle.fail(
                    Where.function("tool_mobile_call_external_functions"),
                    how.equals("half") ? Failure.truncated() : Failure.loginPage());

            SyncReport report = student.look();

            assertThat(report.complete()).isTrue();
            assertThat(report.items()).isEqualTo(81);
        }
    }

    private static void assertNothingHappens(Student student, Supplier<SyncReport> look, String words) {
        List<Item> before = student.activeItems();
        SyncReport first = look.get();
        SyncReport second = look.get();

        assertThat(first.run().outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(String.join("\n", first.run().notLooked())).contains(words);
        assertThat(first.changes()).isEmpty();
        assertThat(second.changes()).isEmpty();
        assertThat(student.activeItems()).isEqualTo(before);
    }
}
