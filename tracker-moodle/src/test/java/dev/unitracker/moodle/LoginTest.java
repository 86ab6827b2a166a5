package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.Item;
import dev.unitracker.moodle.simulator.Failure;
import dev.unitracker.moodle.simulator.MoodleSimulator;
import dev.unitracker.moodle.simulator.Where;
import dev.unitracker.report.SyncReport;
import dev.unitracker.run.Run.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that die, passwords that are wrong, functions that are forbidden: which is which, and who is asked how often. */
class LoginTest {

    private static final String SITE_INFO = "core_webservice_get_site_info";

    @Test
    void a_token_that_died_between_looks_is_confirmed_once_and_renewed_once() {
        try (Student student = Student.ofDemo(password -> password)) {
            student.settled();
            student.moodle.moveTo(1);

            student.moodle.revokeToken();
            SyncReport report = student.look();

            assertThat(report.complete()).isTrue();
            assertThat(report.news()).hasSize(4);
            assertThat(student.moodle.logins()).isEqualTo(1);
            assertThat(student.moodle.countsByFunction()).containsEntry(SITE_INFO, 1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"core_course_get_contents", "mod_url_get_urls_by_courses", "mod_forum_get_forums_by_courses"})
    void a_token_that_dies_in_the_middle_of_a_look_is_confirmed_once_and_renewed_once(String momentOfDeath) {
        try (Student student = Student.ofDemo(password -> password)) {
            student.settled();
            student.moodle.moveTo(1);

            revokeAt(student.moodle, momentOfDeath);
            SyncReport report = student.look();

            assertThat(report.complete()).isTrue();
            assertThat(report.news()).hasSize(4);
            assertThat(student.moodle.logins()).isEqualTo(1);
            assertThat(student.moodle.countsByFunction()).containsEntry(SITE_INFO, 1);
        }
    }

    @Test
    void a_token_that_dies_between_files_is_renewed_too() {
        try (Student student = Student.ofDemo(password -> password)) {
            revokeAt(student.moodle, "mod_wiki_get_wikis_by_courses");

            SyncReport report = student.look();

            assertThat(report.complete()).isTrue();
            assertThat(report.items()).isEqualTo(81);
            assertThat(student.item("file:32:/README.md").body()).isPresent();
            assertThat(student.moodle.logins()).isEqualTo(2);
        }
    }

    @Test
    void without_a_password_a_dead_token_ends_the_look_in_clear_words_and_changes_nothing() {
        try (Student student = Student.ofDemo()) {
            student.settled();
            List<Item> before = student.activeItems();
            student.moodle.moveTo(1);

            student.moodle.revokeToken();
            SyncReport report = student.look();
            SyncReport next = student.look();

            assertThat(report.run().outcome()).isEqualTo(Outcome.LOGIN_REFUSED);
            assertThat(report.refusal().orElseThrow())
                    .startsWith("the token is no longer valid: invalidtoken")
                    .endsWith("get a new one on the site (Preferences, Security keys) and put it into the settings");
            assertThat(next.run().outcome()).isEqualTo(Outcome.LOGIN_REFUSED);
            assertThat(report.changes()).isEmpty();
            assertThat(next.changes()).isEmpty();
            assertThat(student.activeItems()).isEqualTo(before);
            assertThat(student.moodle.countsByFunction()).containsEntry(SITE_INFO, 2);
        }
    }

    @Test
    void a_token_that_dies_in_the_middle_without_a_password_changes_nothing_either() {
        try (Student student = Student.ofDemo()) {
            student.settled();
            List<Item> before = student.activeItems();
            student.moodle.moveTo(1);

            revokeAt(student.moodle, "core_course_get_contents");
            SyncReport report = student.look();

            assertThat(report.run().outcome()).isEqualTo(Outcome.LOGIN_REFUSED);
            assertThat(report.changes()).isEmpty();
            assertThat(student.activeItems()).isEqualTo(before);
            assertThat(student.moodle.countsByFunction()).containsEntry(SITE_INFO, 1);
        }
    }

    @Test
    void a_new_token_in_the_settings_goes_on_where_the_dead_one_ended() {
        try (Student student = Student.ofDemo()) {
            student.settled();
            student.moodle.moveTo(1);
            student.moodle.revokeToken();
            student.look();

            student.restarted(site -> site.token(student.moodle.token()));
            SyncReport report = student.look();

            assertThat(report.complete()).isTrue();
            assertThat(report.news()).hasSize(4);
        }
    }

    @ParameterizedTest
    @CsvSource({"accessexception", "invalidtoken"})
    void a_forbidden_function_is_reported_and_nobody_logs_in_again(String code) {
        try (Student student = Student.ofDemo(password -> password)) {
            student.settled();
            student.moodle.fail(Where.function("gradereport_user_get_grade_items"), Failure.error(code));
            student.moodle.fail(Where.function("mod_assign_get_submission_status"), Failure.error(code));

            SyncReport report = student.look();

            assertThat(report.run().outcome()).isEqualTo(Outcome.PARTIAL);
            assertThat(report.run().notLooked())
                    .anyMatch(line -> line.startsWith("moodle_grades: grades of Cálculo I: " + code))
                    .anyMatch(line -> line.startsWith("moodle_assignments: submission of TP 1"));
            assertThat(student.moodle.logins()).isZero();
            assertThat(student.moodle.countsByFunction()).containsEntry(SITE_INFO, 1);
            assertThat(report.changes()).isEmpty();
        }
    }

    @Test
    void after_a_refusal_the_site_is_asked_anew_what_it_offers() {
        try (Student student = Student.ofDemo()) {
            student.settled();
            student.moodle.removeFunction("gradereport_overview_get_course_grades");
            student.look();
            student.moodle.resetCounts();

            SyncReport report = student.look();

            assertThat(report.complete()).isTrue();
            assertThat(student.moodle.countsByFunction())
                    .containsEntry(SITE_INFO, 1)
                    .doesNotContainKey("gradereport_overview_get_course_grades");
        }
    }

    @Test
    void trouble_with_the_confirmation_does_not_kill_a_token() {
        try (Student student = Student.ofDemo()) {
            student.settled();
            student.moodle.fail(Where.function("core_calendar_get_calendar_events"), Failure.error("accessexception"));
            student.moodle.fail(Where.function(SITE_INFO), Failure.error("dmlreadexception"));

            SyncReport report = student.look();

            assertThat(report.run().outcome()).isEqualTo(Outcome.PARTIAL);
            assertThat(report.refusal()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sitepolicynotagreed", "forcepasswordchangenotice", "usernotfullysetup"})
    void an_account_that_has_to_do_something_first_is_told_so(String code) {
        try (Student student = Student.ofDemo()) {
            student.settled();
            student.moodle.fail(Where.function("tool_mobile_call_external_functions"), Failure.error(code));

            SyncReport report = student.look();

            assertThat(report.run().outcome()).isEqualTo(Outcome.LOGIN_REFUSED);
            assertThat(report.refusal().orElseThrow())
                    .startsWith("the site lets this account do nothing: " + code)
                    .contains("log in with a browser and do what it asks");
            assertThat(report.changes()).isEmpty();
        }
    }

    @Test
    void a_wrong_password_is_not_tried_again_at_the_next_looks_nor_after_a_restart() {
        try (Student student = Student.ofDemo(password -> "wrong one")) {
            SyncReport first = student.look();
            SyncReport second = student.look();
            student.restarted(site -> site.login(student.moodle.username(), "wrong one"));
            SyncReport third = student.quietLook();

            assertThat(List.of(first, second, third))
                    .allMatch(report -> report.run().outcome() == Outcome.LOGIN_REFUSED);
            assertThat(first.refusal().orElseThrow())
                    .contains("the site refused the login of jperez: wrong user or password")
                    .contains("it is tried once more 24 hours after that");
            assertThat(third.refusal().orElseThrow())
                    .contains("it is tried once more 24 hours after that; put the right one into the settings");
            assertThat(student.moodle.logins()).isEqualTo(1);
            assertThat(student.moodle.requests()).isEqualTo(1);
        }
    }

    @Test
    void another_password_is_tried() {
        try (Student student = Student.ofDemo(password -> "wrong one")) {
            student.look();

            student.restarted(site -> site.login(student.moodle.username(), student.moodle.password()));
            SyncReport report = student.look();

            assertThat(report.complete()).isTrue();
            assertThat(student.moodle.logins()).isEqualTo(2);
        }
    }

    @Test
    void a_wrong_password_next_to_a_dead_token_is_not_tried_again_at_the_next_look() {
        try (Student student = Student.ofDemo()) {
            student.settled();
            String dead = student.moodle.token();
            student.moodle.revokeToken();
            student.restarted(site -> site.token(dead).login(student.moodle.username(), "wrong one"));

            SyncReport first = student.look();
            SyncReport second = student.look();

            assertThat(first.run().outcome()).isEqualTo(Outcome.LOGIN_REFUSED);
            assertThat(second.run().outcome()).isEqualTo(Outcome.LOGIN_REFUSED);
            assertThat(student.moodle.logins()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "servicenotavailable, the site has no mobile web service",
        "cannotcreatetoken, the site lets students have no token",
        "passwordisexpired, the password has expired",
        "sitepolicynotagreed, log in with a browser once"
    })
    void a_login_that_is_refused_for_another_reason_says_what_to_do(String code, String advice) {
        try (Student student = Student.ofDemo(password -> password)) {
            student.moodle.fail(Where.path("/login/token.php"), Failure.error(code));

            SyncReport report = student.look();

            assertThat(report.run().outcome()).isEqualTo(Outcome.LOGIN_REFUSED);
            assertThat(report.refusal().orElseThrow()).contains(advice);
        }
    }

    @Test
    void a_login_page_or_a_closed_site_in_place_of_the_token_is_no_refusal() {
        for (Map.Entry<Failure, String> trouble : Map.of(
                        Failure.loginPage(), "the site sent no token but something else",
                        Failure.maintenance(), "closed for maintenance",
                        Failure.status(503), "HTTP 503")
                .entrySet()) {
            try (Student student = Student.ofDemo(password -> password)) {
                student.moodle.fail(Where.path("/login/token.php"), trouble.getKey());
                SyncReport first = student.look();
                student.moodle.clearFailures();
                SyncReport second = student.look();

                assertThat(first.run().outcome()).isEqualTo(Outcome.PARTIAL);
                assertThat(first.run().notLooked()).allMatch(line -> line.contains(trouble.getValue()));
                assertThat(second.complete()).isTrue();
            }
        }
    }

    /** Lets the token expire while a function is answered, so that the next request meets a dead one. */
    private static void revokeAt(MoodleSimulator moodle, String function) {
        boolean[] done = {false};
        moodle.answer(Where.function(function), answer -> {
            if (!done[0]) {
                done[0] = true;
                moodle.revokeToken();
            }
            return answer;
        });
    }
}
