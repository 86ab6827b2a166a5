package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.moodle.simulator.Failure;
import dev.unitracker.moodle.simulator.Where;
import dev.unitracker.report.SyncReport;
import dev.unitracker.run.Run.Outcome;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A site says the same of a wrong password and of an account that is shut for a while: when a refused one is tried again. */
class RefusedPasswordTest {

    private static final Where LOGIN = Where.path("/login/token.php");
    private static final Failure SHUT = Failure.error("invalidlogin");
    private static final Duration A_DAY = Duration.ofHours(24);
    private static final Duration ALMOST_A_DAY = Duration.ofHours(23);

    @Test
    void the_right_password_of_an_account_that_was_shut_is_taken_a_day_later() {
        try (Student student = Student.ofDemo(password -> password)) {
            student.moodle.fail(LOGIN, SHUT);
            SyncReport shut = student.look();
            student.moodle.clearFailures();

            student.wait(ALMOST_A_DAY);
            SyncReport early = student.look();
            student.wait(A_DAY.minus(ALMOST_A_DAY));
            SyncReport later = student.look();

            assertThat(shut.run().outcome()).isEqualTo(Outcome.LOGIN_REFUSED);
            assertThat(early.run().outcome()).isEqualTo(Outcome.LOGIN_REFUSED);
            assertThat(later.complete()).isTrue();
            assertThat(student.moodle.logins()).isEqualTo(2);
        }
    }

    @Test
    void each_refusal_counts_anew_and_after_seven_in_a_row_it_is_not_tried_by_itself() {
        try (Student student = Student.ofDemo(password -> password)) {
            student.moodle.fail(LOGIN, SHUT);

            SyncReport last = IntStream.range(0, 30)
                    .mapToObj(day -> {
                        student.wait(A_DAY);
                        student.look();
                        return student.look();
                    })
                    .reduce((earlier, later) -> later)
                    .orElseThrow();

            assertThat(student.moodle.logins()).isEqualTo(7);
            assertThat(last.refusal().orElseThrow())
                    .contains("it was refused 7 times in a row and is not tried again by itself");
        }
    }

    @Test
    void a_login_that_is_taken_begins_the_count_anew() {
        try (Student student = Student.ofDemo(password -> password)) {
            for (int round = 0; round < 3; round++) {
                student.moodle.fail(LOGIN, SHUT);
                IntStream.range(0, 6).forEach(day -> {
                    student.wait(A_DAY);
                    student.look();
                });
                student.moodle.clearFailures();
                student.wait(A_DAY);
                student.look();
                student.moodle.revokeToken();
            }

            assertThat(student.moodle.logins()).isEqualTo(21);
        }
    }

    @Test
    void the_host_may_have_it_tried_at_once_and_once_only() {
        try (Student student = Student.ofDemo(password -> "wrong one")) {
            student.look();
            student.restarted(
                    site -> site.login(student.moodle.username(), "wrong one").tryRefusedPassword());

            student.look();
            student.look();

            assertThat(student.moodle.logins()).isEqualTo(2);
        }
    }

    @Test
    void what_the_host_has_tried_after_seven_refusals_is_taken_if_it_is_right() {
        try (Student student = Student.ofDemo(password -> password)) {
            student.moodle.fail(LOGIN, SHUT);
            IntStream.range(0, 7).forEach(day -> {
                student.wait(A_DAY);
                student.look();
            });
            student.moodle.clearFailures();

            student.restarted(site -> site.login(student.moodle.username(), student.moodle.password())
                    .tryRefusedPassword());
            SyncReport report = student.look();

            assertThat(report.complete()).isTrue();
        }
    }

    @Test
    void two_wrong_passwords_in_turn_are_tried_once_each() {
        try (Student student = Student.ofDemo(password -> "wrong A")) {
            for (String password : new String[] {"wrong A", "wrong B", "wrong A", "wrong B", "wrong A"}) {
                student.restarted(site -> site.login(student.moodle.username(), password));
                student.look();
            }

            assertThat(student.moodle.logins()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dbconnectionfailed", "sessionerroruser", "dmlreadexception", "generalexceptionmessage"})
    void what_is_no_refusal_is_tried_at_the_next_look(String code) {
        try (Student student = Student.ofDemo(password -> password)) {
            student.moodle.fail(LOGIN, Failure.error(code));
            SyncReport report = student.look();
            student.moodle.clearFailures();
            SyncReport next = student.look();

            assertThat(report.run().outcome()).isEqualTo(Outcome.PARTIAL);
            assertThat(report.refusal()).isEmpty();
            assertThat(report.run().notLooked())
                    .allMatch(line -> line.contains("the site could not log jperez in: " + code));
            assertThat(next.complete()).isTrue();
        }
    }

    @Test
    void an_error_without_a_code_is_no_refusal_either() {
        try (Student student = Student.ofDemo(password -> password)) {
            student.moodle.answer(
                    LOGIN,
                    answer ->
                            "{\"error\":\"<p>Error: Database connection failed</p>\",\"stacktrace\":null,\"debuginfo\":null}");
            SyncReport report = student.look();
            student.moodle.clearFailures();

            assertThat(report.run().outcome()).isEqualTo(Outcome.PARTIAL);
            assertThat(student.look().complete()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalidtoken", "accessexception"})
    void a_site_that_takes_no_token_is_asked_for_one_once_an_hour(String code) {
        try (Student student = Student.ofDemo(password -> password)) {
            student.settled();
            student.moodle.fail(Where.path("/webservice/rest/server.php"), Failure.error(code));

            IntStream.range(0, 6).forEach(look -> {
                student.wait(Duration.ofMinutes(20));
                student.restarted(site -> site.login(student.moodle.username(), student.moodle.password()));
                assertThat(student.quietLook().run().outcome()).isEqualTo(Outcome.PARTIAL);
            });
            student.moodle.clearFailures();
            student.wait(Duration.ofHours(1));

            assertThat(student.moodle.logins()).isEqualTo(2);
            assertThat(student.quietLook().complete()).isTrue();
        }
    }
}
