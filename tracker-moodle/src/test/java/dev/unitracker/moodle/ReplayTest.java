package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.error.StoreException;
import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.model.Change;
import dev.unitracker.moodle.simulator.Failure;
import dev.unitracker.moodle.simulator.MoodleSimulator;
import dev.unitracker.moodle.simulator.Where;
import dev.unitracker.report.ReplayReport;
import dev.unitracker.report.SyncReport;
import dev.unitracker.spi.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was kept of all looks gives the same items and the same ledger again, whatever went wrong in them. */
class ReplayTest {

    private static final List<String> FUNCTIONS = List.of(
            "core_enrol_get_users_courses",
            "core_course_get_contents",
            "core_course_get_updates_since",
            "mod_assign_get_assignments",
            "mod_assign_get_submission_status",
            "mod_quiz_get_quizzes_by_courses",
            "mod_quiz_get_user_attempts",
            "mod_forum_get_forums_by_courses",
            "mod_forum_get_forum_discussions",
            "mod_page_get_pages_by_courses",
            "gradereport_user_get_grade_items",
            "core_calendar_get_calendar_events");

    @ParameterizedTest
    @ValueSource(strings = {"core_course_get_contents", "tool_mobile_call_external_functions"})
    void half_a_surrogate_pair_in_the_name_of_a_file_is_replayed_and_is_no_news(String function) {
        try (Student student = Student.ofDemo()) {
            student.moodle.answer(Where.function(function), answer -> answer.replace("guia1.txt", "gu\\ud83dia1.txt"));
            student.look();
            student.moodle.moveTo(1);

            SyncReport report = student.look();

            assertThat(report.news()).hasSize(4);
            assertThat(student.tracker().replay().difference()).isEmpty();
        }
    }

    @Test
    void the_five_steps_give_the_same_again_and_the_site_is_not_asked() {
        try (Student student = Student.ofDemo()) {
            for (int step = 0; step < 5; step++) {
                student.moodle.moveTo(step);
                student.look();
                student.quietLook();
            }
            List<Change> ledger = student.ledger();
            student.moodle.resetCounts();
            Store rebuilt = new InMemoryStore();

            ReplayReport report = student.tracker().replay(rebuilt);

            assertThat(report.difference()).isEmpty();
            assertThat(report.looks()).isEqualTo(10);
            assertThat(report.entries()).isEqualTo(ledger.size());
            assertThat(student.moodle.requests()).isZero();
            List<Change> again =
                    rebuilt.inTransaction("default", session -> session.ledger().after(0, 10_000));
            assertThat(again).isEqualTo(ledger);
        }
    }

    @Test
    void a_look_after_a_replay_goes_on_as_if_there_was_none() {
        try (Student student = Student.ofDemo();
                Student other = Student.ofDemo()) {
            student.settled();
            other.settled();

            student.tracker().replay();
            student.moodle.moveTo(1);
            other.moodle.moveTo(1);
            student.quietLook();
            other.quietLook();

            assertThat(student.comparableLedger()).isEqualTo(other.comparableLedger());
            assertThat(student.tracker().replay().equal()).isTrue();
        }
    }

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 15);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void looks_in_which_things_failed_give_the_same_again(int seed) {
        Random random = new Random(seed);
        try (Student student = Student.ofDemo(password -> password)) {
            for (int look = 0; look < 8; look++) {
                student.moodle.moveTo(look / 2);
                somethingFails(student.moodle, random);
                student.wait(Duration.ofMinutes(random.nextInt(2000)));
                if (random.nextBoolean()) {
                    student.look();
                } else {
                    student.quietLook();
                }
                student.moodle.clearFailures();
            }

            ReplayReport report = student.tracker().replay();

            assertThat(report.difference()).isEmpty();
            assertThat(report.looks()).isEqualTo(8);
        }
    }

    private static void somethingFails(MoodleSimulator moodle, Random random) {
        for (int failures = random.nextInt(4); failures > 0; failures--) {
            moodle.fail(where(random), failure(random));
        }
        if (random.nextInt(6) == 0) {
            moodle.revokeToken();
        }
    }

    private static Where where(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> Where.everything();
            case 1 -> Where.path("pluginfile");
            case 2 -> Where.function("core_course_get_contents").with("courseid", 2 + random.nextInt(4));
            default -> Where.function(FUNCTIONS.get(random.nextInt(FUNCTIONS.size())));
        };
    }

    private static Failure failure(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> Failure.maintenance();
            case 1 -> Failure.loginPage();
            case 2 -> Failure.truncated();
            case 3 -> Failure.emptyList();
            case 4 -> Failure.status(500);
            case 5 -> Failure.error("accessexception");
            case 6 -> Failure.error("invalidparameter");
            default -> Failure.error("dmlreadexception");
        };
    }

    @Test
    void a_difference_is_named() {
        try (Student student = Student.ofDemo()) {
            student.settled();
            student.store.inTransaction("default", session -> {
                Change forged = session.ledger().after(2, 1).get(0);
                session.ledger().append("forged", List.of(forged));
                return true;
            });

            ReplayReport report = student.tracker().replay();

            assertThat(report.equal()).isFalse();
            assertThat(report.difference())
                    .hasValueSatisfying(difference -> assertThat(difference)
                            .contains("ledger entry ", "is only in the store, not in the replay"));
        }
    }

    @Test
    void an_answer_that_is_gone_is_named() {
        try (Student student = Student.ofDemo()) {
            student.settled();
            student.artifacts.each(
                    artifact -> student.artifacts.remove(artifact.sha256(), Instant.parse("2971-01-01T00:00:00Z")));

            assertThatThrownBy(() -> student.tracker().replay())
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("core_webservice_get_site_info in the look 000000001");
        }
    }

    @Test
    void only_an_empty_store_is_rebuilt() {
        try (Student student = Student.ofDemo()) {
            student.settled();

            assertThatThrownBy(() -> student.tracker().replay(student.store))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("give an empty one");
        }
    }
}
