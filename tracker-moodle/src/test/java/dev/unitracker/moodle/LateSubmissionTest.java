package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.model.Completion;
import dev.unitracker.moodle.simulator.Where;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Work that is handed in long after the date of all, seen by looks that read only what moved. */
class LateSubmissionTest {

    private static final Where STATUS =
            Where.function("mod_assign_get_submission_status").with("assignid", 1);
    private static final Where UPDATES =
            Where.function("core_course_get_updates_since").with("courseid", 2);

    /** Longer than a fortnight after the last day of all, and shorter than the extension. */
    private static final Duration LATER = Duration.ofDays(40);

    @Test
    void with_a_long_extension_it_is_seen_that_work_was_handed_in() {
        try (Student student = Student.ofDemo()) {
            long extension = student.moodle.now().plus(Duration.ofDays(45)).getEpochSecond();
            status(student, extension, "new");
            student.settled();
            student.wait(LATER);
            status(student, extension, "submitted");

            student.quietLook();

            assertThat(student.item("module:5").completion()).isEqualTo(Completion.COMPLETED);
        }
    }

    @Test
    void what_is_over_is_asked_again_only_if_the_site_says_that_work_was_handed_in() {
        try (Student student = Student.ofDemo()) {
            student.settled();
            student.wait(LATER);
            status(student, 0, "submitted");
            student.quietLook();
            Completion before = student.item("module:5").completion();
            student.moodle.answer(UPDATES, Edits.of(answer -> {
                ObjectNode moved = ((ObjectNode) answer).putArray("instances").addObject();
                moved.put("contextlevel", "module").put("id", 5);
                moved.putArray("updates").addObject().put("name", "submissions");
            }));

            student.quietLook();

            assertThat(before).isEqualTo(Completion.INCOMPLETE);
            assertThat(student.item("module:5").completion()).isEqualTo(Completion.COMPLETED);
        }
    }

    private static void status(Student student, long extension, String state) {
        student.moodle.clearFailures();
        student.moodle.answer(STATUS, Edits.of(status -> {
            ObjectNode attempt = (ObjectNode) status.path("lastattempt");
            attempt.put("extensionduedate", extension).putObject("submission").put("status", state);
        }));
    }
}
