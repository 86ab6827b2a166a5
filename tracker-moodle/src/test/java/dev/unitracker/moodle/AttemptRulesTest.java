package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.Field;
import dev.unitracker.model.FieldChange;
import dev.unitracker.moodle.simulator.Where;
import dev.unitracker.report.SyncReport;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** How long an attempt may take, and how many there are. */
class AttemptRulesTest {

    private static final Where QUIZZES = Where.function("mod_quiz_get_quizzes_by_courses");
    private static final Where ASSIGNMENTS = Where.function("mod_assign_get_assignments");

    @Test
    void a_shorter_time_and_fewer_attempts_at_a_quiz_are_told() {
        try (Student student = Student.ofDemo()) {
            quiz(student, quiz -> quiz.put("timelimit", 5400).put("attempts", 0));
            student.settled();
            quiz(student, quiz -> quiz.put("timelimit", 3600).put("attempts", 1));

            List<Change> changes = student.quietLook().news();

            assertThat(changes).singleElement().satisfies(change -> {
                assertThat(change.kind()).isEqualTo(ChangeKind.CONTENT_CHANGED);
                assertThat(change.fields())
                        .containsExactly(
                                new FieldChange(Field.TIME_LIMIT.key(), "90 min", "60 min"),
                                new FieldChange(Field.ATTEMPTS.key(), null, "1"));
            });
        }
    }

    @Test
    void a_time_limit_and_more_attempts_at_an_assignment_are_told() {
        try (Student student = Student.ofDemo()) {
            student.settled();
            student.moodle.answer(
                    ASSIGNMENTS,
                    Edits.where(
                            "cmid",
                            5,
                            assignment -> assignment.put("timelimit", 7200).put("maxattempts", -1)));

            List<Change> changes = student.quietLook().news();

            assertThat(changes)
                    .singleElement()
                    .satisfies(change -> assertThat(change.fields())
                            .containsExactly(
                                    new FieldChange(Field.TIME_LIMIT.key(), null, "120 min"),
                                    new FieldChange(Field.ATTEMPTS.key(), null, "∞")));
        }
    }

    @Test
    void rules_that_come_to_be_shown_to_the_student_did_not_change() {
        try (Student student = Student.ofDemo()) {
            quiz(student, quiz -> quiz.remove(List.of("timelimit", "attempts")));
            student.settled();
            quiz(student, quiz -> quiz.put("timelimit", 3600).put("attempts", 1));

            SyncReport report = student.quietLook();

            assertThat(report.news()).isEmpty();
            assertThat(student.item("module:7").get(Field.TIME_LIMIT)).contains("60 min");
        }
    }

    @Test
    void rules_that_the_student_is_told_no_more_did_not_change() {
        try (Student student = Student.ofDemo()) {
            quiz(student, quiz -> quiz.put("timelimit", 3600).put("attempts", 1));
            student.settled();
            quiz(student, quiz -> quiz.remove(List.of("timelimit", "attempts")));

            SyncReport report = student.quietLook();
            student.quietLook();

            assertThat(report.changes()).isEmpty();
            assertThat(student.item("module:7").get(Field.TIME_LIMIT)).contains("60 min");
        }
    }

    private static void quiz(Student student, Consumer<ObjectNode> edit) {
        student.moodle.clearFailures();
        student.moodle.answer(QUIZZES, Edits.where("coursemodule", 7, edit));
    }
}
