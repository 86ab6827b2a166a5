package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.moodle.simulator.Failure;
import dev.unitracker.moodle.simulator.Where;
import dev.unitracker.report.SyncReport;
import dev.unitracker.run.Run.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A site that begins an answer and never ends it: a look ends all the same. */
class SlowSiteTest {

    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration LONG = Duration.ofHours(1);

    @ParameterizedTest
    @CsvSource({"PT0.1S, PT1H, did not answer in time", "PT1H, PT0.1S, took too long for all that was to be read"})
    void an_answer_that_never_ends_holds_no_look_and_the_next_look_sees_all(
            Duration answer, Duration look, String line) {
        try (Student student = Student.ofDemo()) {
            student.settled();
            student.moodle.fail(Where.everything(), Failure.stalled());
            student.restarted(site -> site.token(student.moodle.token()).patience(answer, LONG, look));

            SyncReport slow = student.look();
            student.moodle.clearFailures();
            student.moodle.moveTo(1);
            student.restarted(site -> site.token(student.moodle.token()));
            SyncReport next = student.quietLook();

            assertThat(slow.run().outcome()).isEqualTo(Outcome.PARTIAL);
            assertThat(slow.run().notLooked()).isNotEmpty().allMatch(told -> told.contains(line));
            assertThat(slow.changes()).isEmpty();
            assertThat(next.complete()).isTrue();
            assertThat(next.news()).hasSize(4);
        }
    }

    @Test
    void a_file_that_never_ends_costs_itself() {
        try (Student student = Student.ofDemo()) {
            student.moodle.fail(Where.path("CALCULO"), Failure.stalled());
            student.restarted(site -> site.token(student.moodle.token()).patience(LONG, SHORT, LONG));

            SyncReport slow = student.look();
            student.moodle.clearFailures();
            student.restarted(site -> site.token(student.moodle.token()));
            SyncReport next = student.quietLook();

            assertThat(slow.run().notLooked())
                    .anyMatch(told -> told.startsWith("moodle_files: file Cronograma CALCULO I"));
            assertThat(next.complete()).isTrue();
            assertThat(student.item("file:9:/Cronograma CALCULO I 2do. Cuat. 2026.pdf")
                            .body())
                    .isPresent();
        }
    }
}
