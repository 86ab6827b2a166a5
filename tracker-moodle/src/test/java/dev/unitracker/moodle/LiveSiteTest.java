package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.Field;
import dev.unitracker.model.Item;
import dev.unitracker.moodle.simulator.Where;
import dev.unitracker.report.SyncReport;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What teachers, students and administrators of real sites do that the recordings do not show. */
class LiveSiteTest {

    private static final Where CONTENTS = Where.function("core_course_get_contents");
    private static final Where GRADES = Where.function("gradereport_user_get_grade_items");
    private static final Where COURSES = Where.function("core_enrol_get_users_courses");

    @Test
    void a_section_that_is_closed_closes_its_activities_and_removes_none() {
        try (Student student = Student.ofDemo()) {
            student.settled();
            List<Item> before = student.activeItems();
            student.moodle.answer(
                    CONTENTS,
                    Edits.of(sections -> sections.forEach(section -> ((ObjectNode) section)
                            .put("uservisible", false)
                            .put("availabilityinfo", "No disponible hasta <strong>el 5 de diciembre</strong>")
                            .putArray("modules"))));

            SyncReport first = student.look();
            SyncReport second = student.look();

            assertThat(first.news())
                    .isNotEmpty()
                    .allMatch(change -> change.kind() == ChangeKind.AVAILABILITY_CHANGED)
                    .allMatch(change -> "restricted: No disponible hasta el 5 de diciembre"
                            .equals(change.fields().get(0).after()));
            assertThat(second.news()).isEmpty();
            assertThat(student.activeItems()).hasSameSizeAs(before);
        }
    }

    @Test
    void an_activity_that_is_restricted_keeps_its_files_and_says_what_it_waits_for() {
        try (Student student = Student.ofDemo()) {
            student.settled();
            student.moodle.answer(
                    CONTENTS,
                    Edits.where(
                            "id",
                            13,
                            module -> module.put("uservisible", false)
                                    .put(
                                            "availabilityinfo",
                                            "Disponible desde <strong>el 5 de diciembre de 2026</strong>")
                                    .remove("contents")));

            List<Change> changes = student.look().news();
            student.look();

            assertThat(changes).hasSize(1);
            assertThat(changes.get(0).kind()).isEqualTo(ChangeKind.AVAILABILITY_CHANGED);
            assertThat(changes.get(0).field(Field.AVAILABILITY).orElseThrow().after())
                    .isEqualTo("restricted: Disponible desde el 5 de diciembre de 2026");
            assertThat(student.item("file:13:/guia1.txt").body()).isPresent();
            assertThat(student.activeItems()).hasSize(81);
        }
    }

    @Test
    void a_grade_that_is_hidden_again_is_taken_back() {
        try (Student student = Student.ofDemo()) {
            student.moodle.moveTo(3);
            student.settled();
            student.moodle.answer(
                    GRADES,
                    Edits.where(
                            "cmid",
                            29,
                            item -> item.put("gradeishidden", true)
                                    .putNull("graderaw")
                                    .put("gradeformatted", "-")
                                    .put("feedback", "")));

            List<Change> changes = student.look().news();

            assertThat(changes).hasSize(1);
            assertThat(changes.get(0).kind()).isEqualTo(ChangeKind.GRADE_CHANGED);
            assertThat(changes.get(0).field(Field.GRADE).orElseThrow().before()).isEqualTo("7");
            assertThat(student.item("module:29").grade()).isEmpty();
        }
    }

    @Test
    void a_total_whose_formula_breaks_is_not_looked_at_and_not_changed() {
        try (Student student = Student.ofDemo()) {
            student.moodle.moveTo(3);
            student.settled();
            student.moodle.answer(
                    GRADES.with("courseid", 5),
                    Edits.where(
                            "itemtype",
                            "course",
                            item -> item.put("gradeneedsupdate", true)
                                    .putNull("graderaw")
                                    .put("gradeformatted", "Error")));

            student.look();
            SyncReport report = student.look();

            assertThat(report.changes()).isEmpty();
            assertThat(report.run().notLooked())
                    .containsExactly("moodle_grades: grades of Programación II: the site has yet to compute 1 of them;"
                            + " they are taken to be as they were");
            assertThat(student.item("course:5").grade().orElseThrow().value()).isEqualTo("15.5");
        }
    }

    @Test
    void a_moved_cut_off_is_told() {
        try (Student student = Student.ofDemo()) {
            student.settled();
            student.moodle.answer(
                    Where.function("mod_assign_get_assignments"),
                    Edits.where("cmid", 5, assignment -> assignment.put("cutoffdate", 1796400000)));

            List<Change> changes = student.quietLook().news();

            assertThat(changes).extracting(Change::kind).containsExactly(ChangeKind.SCHEDULE_CHANGED);
            assertThat(student.item("module:5").cutOffAt()).hasToString("Optional[2026-12-04T16:00:00Z]");
        }
    }

    @Test
    void what_a_site_lists_twice_counts_once() {
        try (Student student = Student.ofDemo()) {
            student.moodle.answer(COURSES, Edits.of(LiveSiteTest::twice));
            student.moodle.answer(
                    Where.function("mod_quiz_get_quizzes_by_courses"),
                    Edits.of(answer -> twice(answer.path("quizzes"))));
            student.moodle.answer(
                    Where.function("mod_assign_get_assignments"), Edits.of(answer -> twice(answer.path("courses"))));
            student.moodle.answer(Where.function("mod_forum_get_forums_by_courses"), Edits.of(LiveSiteTest::twice));
            student.moodle.answer(
                    Where.function("mod_forum_get_forum_discussions"),
                    Edits.of(answer -> twice(answer.path("discussions"))));
            student.moodle.answer(CONTENTS, Edits.of(LiveSiteTest::twice));
            student.moodle.answer(
                    Where.function("mod_page_get_pages_by_courses"), Edits.of(answer -> twice(answer.path("pages"))));

            SyncReport report = student.look();

            assertThat(report.run().notLooked()).isEmpty();
            assertThat(report.items()).isEqualTo(81);
        }
    }

    private static void twice(JsonNode list) {
        ArrayNode array = (ArrayNode) list;
        array.addAll(array.deepCopy());
    }

    @Test
    void an_event_that_leaves_the_window_stays() {
        try (Student student = Student.ofDemo()) {
            student.settled();
            student.wait(Duration.ofDays(60));
            SyncReport later = student.look();
            student.look();
            boolean kept = student.activeItems().stream()
                    .anyMatch(item -> item.id().key().equals("event:26"));

            assertThat(kept).isTrue();
            assertThat(later.changes()).isEmpty();
        }
    }
}
