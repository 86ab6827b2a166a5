package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.Completion;
import dev.unitracker.model.Item;
import dev.unitracker.moodle.simulator.Failure;
import dev.unitracker.moodle.simulator.Where;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Moodle calls an activity complete when it was opened, if its teacher asks for no more; nothing is handed in by that. */
class LookedAtIsNotDoneTest {

    private static final Where CONTENTS = Where.function("core_course_get_contents");
    private static final Where ASSIGNMENTS = Where.function("mod_assign_get_assignments");
    private static final Where STATUS = Where.function("mod_assign_get_submission_status");

    /** Of an assignment and of a quiz. */
    private static final List<Integer> ACTIVITIES = List.of(5, 7);

    @Test
    void what_was_only_opened_is_still_due_and_its_moved_deadline_is_told() {
        try (Student student = Student.ofDemo()) {
            complete(student, "completionview");
            student.settled();
            student.moodle.moveTo(1);

            List<Change> changes = student.look().news();

            for (int cmid : ACTIVITIES) {
                assertThat(student.item("module:" + cmid).completion()).isEqualTo(Completion.INCOMPLETE);
            }
            assertThat(student.tracker().account().deadlines(Duration.ofDays(60)))
                    .extracting(item -> item.item().id().key())
                    .contains("module:5", "module:7");
            assertThat(changes)
                    .filteredOn(change -> change.kind() == ChangeKind.DEADLINE_CHANGED)
                    .extracting(change -> change.item().key())
                    .containsExactlyInAnyOrder("module:5", "module:7");
        }
    }

    @Test
    void what_was_only_opened_is_still_due_where_only_what_moved_is_read() {
        try (Student student = Student.ofDemo()) {
            student.settled();
            complete(student, "completionview");

            student.quietLook();
            student.quietLook();

            assertThat(student.item("module:5").completion()).isEqualTo(Completion.INCOMPLETE);
            assertThat(student.item("module:7").completion()).isEqualTo(Completion.INCOMPLETE);
        }
    }

    @Test
    void what_was_handed_in_by_moodles_own_rules_is_done() {
        try (Student student = Student.ofDemo()) {
            complete(student, "completionsubmit");
            student.settled();

            assertThat(student.item("module:5").completion()).isEqualTo(Completion.COMPLETED);
        }
    }

    @Test
    void what_the_student_ticked_is_done() {
        try (Student student = Student.ofDemo()) {
            modules(
                    student,
                    module -> module.put("completion", 1)
                            .putObject("completiondata")
                            .put("state", 1));
            student.settled();

            assertThat(student.item("module:5").completion()).isEqualTo(Completion.COMPLETED);
            assertThat(student.item("module:7").completion()).isEqualTo(Completion.COMPLETED);
        }
    }

    @Test
    void where_nothing_is_handed_in_online_moodles_word_counts() {
        try (Student student = Student.ofDemo()) {
            complete(student, "completionview");
            student.moodle.answer(
                    ASSIGNMENTS, Edits.where("cmid", 5, assignment -> assignment.put("nosubmissions", 1)));
            student.settled();

            assertThat(student.item("module:5").completion()).isEqualTo(Completion.COMPLETED);
        }
    }

    @Test
    void where_nobody_can_look_at_the_submission_moodles_word_counts() {
        try (Student student = Student.ofDemo()) {
            complete(student, "completionview");
            student.moodle.removeFunction("mod_assign_get_submission_status");
            student.settled();

            assertThat(student.item("module:5").completion()).isEqualTo(Completion.COMPLETED);
        }
    }

    @Test
    void a_submission_that_could_not_be_read_once_is_as_it_was() {
        try (Student student = Student.ofDemo()) {
            complete(student, "completionview");
            student.settled();
            student.moodle.fail(STATUS, Failure.error("dmlreadexception"));

            student.look();

            Item item = student.item("module:5");
            assertThat(item.completion()).isEqualTo(Completion.INCOMPLETE);
        }
    }

    private static void complete(Student student, String rule) {
        modules(student, module -> {
            ObjectNode details = module.put("completion", 2)
                    .putObject("completiondata")
                    .put("state", 1)
                    .putArray("details")
                    .addObject()
                    .put("rulename", rule);
            details.putObject("rulevalue").put("status", 1);
        });
    }

    private static void modules(Student student, Consumer<ObjectNode> edit) {
        student.moodle.answer(
                CONTENTS,
                Edits.of(sections ->
                        sections.forEach(section -> section.path("modules").forEach(module -> {
                            if (ACTIVITIES.contains(module.path("id").asInt())) {
                                edit.accept((ObjectNode) module);
                            }
                        }))));
    }
}
