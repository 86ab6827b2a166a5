package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.moodle.simulator.Where;
import dev.unitracker.report.SyncReport;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What teachers write above a section's activities, and about a whole course. */
class SectionTextTest {

    private static final Where CONTENTS =
            Where.function("core_course_get_contents").with("courseid", 2);

    @Test
    void an_exam_date_written_into_a_section_is_told_and_so_is_its_move() {
        try (Student student = Student.ofDemo()) {
            student.settled();
            summary(student, 3, "<p>Segundo parcial: 30/11/2026 18:00</p>");
            List<Change> written = student.quietLook().news();
            summary(student, 3, "<p>Segundo parcial: 02/12/2026 18:00</p>");
            List<Change> moved = student.quietLook().news();

            assertThat(written).singleElement().satisfies(change -> {
                assertThat(change.kind()).isEqualTo(ChangeKind.NEW);
                assertThat(change.item().key()).startsWith("section_text:");
                assertThat(student.item(change.item().key()).facts()).hasSize(1);
            });
            assertThat(moved).extracting(Change::kind).containsExactly(ChangeKind.EXAM_CHANGED);
            assertThat(student.activeItems()).hasSize(82);
        }
    }

    @Test
    void a_text_that_is_taken_away_is_removed_and_the_sections_activities_are_not() {
        try (Student student = Student.ofDemo()) {
            summary(student, 1, "<p>Material de la unidad</p>");
            student.settled();
            student.moodle.clearFailures();

            List<Change> first = student.quietLook().changes();
            List<Change> second = student.quietLook().changes();

            assertThat(first).isEmpty();
            assertThat(second).extracting(Change::kind).containsExactly(ChangeKind.REMOVED);
            assertThat(student.activeItems()).hasSize(81);
        }
    }

    @Test
    void other_numbers_another_language_and_a_closed_section_change_nothing() {
        try (Student student = Student.ofDemo()) {
            summary(student, 3, "<p>Material de la unidad</p>");
            student.settled();
            student.moodle.answer(
                    CONTENTS,
                    Edits.of(sections -> ((ObjectNode) sections.get(3))
                            .put("name", "New section")
                            .put("section", 4)));
            SyncReport renamed = student.look();
            student.moodle.answer(
                    CONTENTS,
                    Edits.of(sections -> ((ObjectNode) sections.get(3))
                            .put("uservisible", false)
                            .put("summary", "")
                            .putArray("modules")));
            student.look();
            student.look();

            assertThat(renamed.changes()).isEmpty();
            assertThat(student.activeItems()).hasSize(82);
        }
    }

    @Test
    void an_exam_date_in_a_courses_summary_is_told() {
        try (Student student = Student.ofDemo()) {
            student.settled();
            student.moodle.answer(
                    Where.function("core_enrol_get_users_courses"),
                    Edits.where("id", 2, course -> course.put("summary", "<p>Parcial: 30/11/2026 18:00</p>")));

            List<Change> changes = student.quietLook().news();

            assertThat(changes).extracting(Change::kind).containsExactly(ChangeKind.EXAM_CHANGED);
            assertThat(changes.get(0).item().key()).isEqualTo("course:2");
        }
    }

    private static void summary(Student student, int section, String html) {
        student.moodle.answer(
                CONTENTS, Edits.of(sections -> ((ObjectNode) sections.get(section)).put("summary", html)));
    }
}
