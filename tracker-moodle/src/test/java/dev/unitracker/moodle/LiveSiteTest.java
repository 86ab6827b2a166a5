package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.SyncReport;
import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.Field;
import dev.unitracker.model.Item;
import dev.unitracker.moodle.simulator.Failure;
import dev.unitracker.moodle.simulator.Where;
import dev.unitracker.spi.Run.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What teachers, students and administrators of real sites do that the recordings do not show. */
class LiveSiteTest {

    private static final Where CONTENTS = Where.function("core_course_get_contents");
    private static final Where GRADES = Where.function("gradereport_user_get_grade_items");
    private static final Where COURSES = Where.function("core_enrol_get_users_courses");

    @Test
    void of_a_course_that_is_left_the_course_is_removed_and_nothing_in_it_is_due_any_more() {
        try (Student student = Student.ofDemo()) {
            student.settled();
            leaveCourse(student, 5);

            SyncReport first = student.look();
            SyncReport second = student.look();
            SyncReport third = student.look();

            assertThat(first.changes()).isEmpty();
            assertThat(second.changes()).singleElement().satisfies(change -> {
                assertThat(change.kind()).isEqualTo(ChangeKind.REMOVED);
                assertThat(change.item().key()).isEqualTo("course:5");
            });
            assertThat(third.changes()).isEmpty();
            assertThat(student.tracker().deadlines(Duration.ofDays(60)))
                    .noneMatch(item -> item.course().filter("course:5"::equals).isPresent());
        }
    }

    @Test
    void a_course_that_is_joined_again_is_there_again() {
        try (Student student = Student.ofDemo()) {
            student.settled();
            List<Item> before = student.activeItems();
            leaveCourse(student, 5);
            student.look();
            student.look();
            student.moodle.clearFailures();

            student.look();

            assertThat(student.activeItems()).isEqualTo(before);
        }
    }

    private static void leaveCourse(Student student, long course) {
        student.moodle.answer(COURSES, Edits.of(list -> Edits.remove(list, "id", course)));
        student.moodle.answer(
                Where.function("mod_assign_get_assignments"),
                Edits.of(answer -> Edits.remove(answer.path("courses"), "id", course)));
        for (String list : List.of("quizzes", "pages", "folders")) {
            student.moodle.answer(
                    Where.function("mod_" + list.replaceAll("(zes|s)$", "") + "_get_" + list + "_by_courses"),
                    Edits.of(answer -> Edits.remove(answer.path(list), "course", course)));
        }
        student.moodle.answer(
                Where.function("mod_forum_get_forums_by_courses"),
                Edits.of(answer -> Edits.remove(answer, "course", course)));
    }

    @Test
    void a_new_course_is_a_baseline_of_its_own() {
        try (Student student = Student.ofDemo()) {
            leaveCourse(student, 5);
            student.settled();
            student.moodle.clearFailures();

            SyncReport report = student.look();

            assertThat(report.items()).isEqualTo(81);
            assertThat(report.news()).extracting(change -> change.item().key()).containsOnly("course:5");
        }
    }

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
    void a_file_replaced_by_one_of_the_same_size_is_read_again() {
        try (Student student = Student.ofDemo()) {
            student.settled();
            student.moodle.answer(
                    CONTENTS, Edits.where("filename", "guia1.txt", file -> file.put("timemodified", 1795999999)));
            student.moodle.answer(Where.path("guia1.txt"), text -> text.replace("Ejercicios", "Soluciones"));

            List<Change> changes = student.look().news();

            assertThat(changes).extracting(Change::kind).containsExactly(ChangeKind.CONTENT_CHANGED);
            assertThat(student.item("file:13:/guia1.txt").body().orElseThrow()).contains("Soluciones de l");
        }
    }

    @Test
    void a_file_uploaded_again_with_the_same_bytes_is_no_news() {
        try (Student student = Student.ofDemo()) {
            student.settled();
            student.moodle.answer(
                    CONTENTS, Edits.where("filename", "guia1.txt", file -> file.put("timemodified", 1795999999)));

            SyncReport report = student.look();

            assertThat(student.moodle.log()).anyMatch(asked -> asked.path().endsWith("guia1.txt"));
            assertThat(report.changes()).isEmpty();
        }
    }

    @Test
    void files_that_an_assignment_shows_only_while_it_is_open_stay_when_it_closes() {
        try (Student student = Student.ofDemo()) {
            Where assignments = Where.function("mod_assign_get_assignments");
            student.moodle.answer(
                    assignments,
                    Edits.where(
                            "cmid",
                            5,
                            assignment -> assignment
                                    .put("submissionattachments", 1)
                                    .putArray("introattachments")
                                    .addObject()
                                    .put("filename", "consigna.txt")
                                    .put("filepath", "/")
                                    .put("filesize", 10)
                                    .put("timemodified", 1795000000)
                                    .put("fileurl", "")));
            student.settled();
            student.moodle.answer(
                    assignments, Edits.where("cmid", 5, assignment -> assignment.remove("introattachments")));

            student.look();
            SyncReport closed = student.look();
            student.moodle.answer(
                    assignments, Edits.where("cmid", 5, assignment -> assignment.putArray("introattachments")));
            student.look();
            SyncReport deleted = student.look();

            assertThat(closed.changes()).isEmpty();
            assertThat(deleted.changes()).extracting(Change::kind).containsExactly(ChangeKind.REMOVED);
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
    void a_file_returned_with_a_grade_is_told_and_so_is_the_one_that_takes_its_place() {
        try (Student student = Student.ofDemo()) {
            student.moodle.moveTo(3);
            student.settled();
            returned(student, 1000, 1795000000);
            List<Change> first = student.look().news();
            returned(student, 1000, 1795000500);
            List<Change> savedAgain = student.look().news();
            returned(student, 2000, 1795000900);
            List<Change> replaced = student.look().news();

            assertThat(first)
                    .extracting(change -> change.kind() + " " + change.item().key())
                    .containsExactly("NEW feedback_file:5:editpdf/corregido.pdf");
            assertThat(savedAgain).isEmpty();
            assertThat(replaced).extracting(Change::kind).containsExactly(ChangeKind.CONTENT_CHANGED);
        }
    }

    private static void returned(Student student, long size, long modified) {
        student.moodle.clearFailures();
        student.moodle.answer(
                Where.function("mod_assign_get_submission_status").with("assignid", 1), Edits.of(answer -> {
                    ArrayNode plugins =
                            ((ObjectNode) answer).putObject("feedback").putArray("plugins");
                    plugins.addObject()
                            .put("type", "comments")
                            .putArray("fileareas")
                            .addObject()
                            .putArray("files")
                            .addObject()
                            .put("filename", "captura.png");
                    plugins.addObject()
                            .put("type", "editpdf")
                            .putArray("fileareas")
                            .addObject()
                            .put("area", "download")
                            .putArray("files")
                            .addObject()
                            .put("filename", "corregido.pdf")
                            .put("filepath", "/")
                            .put("filesize", size)
                            .put("timemodified", modified);
                }));
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
    void a_forum_of_many_pages_is_read_to_its_end() {
        try (Student student = Student.ofDemo()) {
            pages(student, 250, 100);

            SyncReport report = student.look();

            assertThat(report.complete()).isTrue();
            assertThat(report.items()).isEqualTo(81 - 30 + 250);
            assertThat(student.moodle.countsByFunction()).containsEntry("mod_forum_get_forum_discussions", 5 + 2);
        }
    }

    @Test
    void a_page_that_fails_removes_none_of_its_discussions() {
        try (Student student = Student.ofDemo()) {
            pages(student, 250, 100);
            student.settled();
            student.moodle.fail(
                    Where.function("mod_forum_get_forum_discussions").with("page", 1),
                    Failure.error("dmlreadexception"));

            student.look();
            SyncReport report = student.look();

            assertThat(report.run().outcome()).isEqualTo(Outcome.PARTIAL);
            assertThat(report.run().notLooked())
                    .containsExactly("moodle_forums: discussions of Avisos: dmlreadexception (error/dmlreadexception)");
            assertThat(report.changes()).isEmpty();
        }
    }

    @Test
    void a_site_that_knows_no_pages_is_not_asked_for_ever() {
        try (Student student = Student.ofDemo()) {
            pages(student, 150, 150);

            SyncReport report = student.look();

            assertThat(report.complete()).isTrue();
            assertThat(report.items()).isEqualTo(81 - 30 + 150);
            assertThat(student.moodle.requests()).isLessThan(30);
        }
    }

    /** Lets the forum with the thirty announcements have more of them, in pages of a size whatever size is asked for. */
    private static void pages(Student student, int discussions, int size) {
        student.moodle.answer(
                Where.function("mod_forum_get_forums_by_courses"),
                Edits.where("cmid", 4, forum -> forum.put("numdiscussions", discussions)));
        for (int page = 0; page < 5; page++) {
            int first = discussions == size ? 0 : page * size;
            student.moodle.answer(
                    Where.function("mod_forum_get_forum_discussions")
                            .with("forumid", 4)
                            .with("page", page),
                    Edits.of(answer -> {
                        ArrayNode list = ((ObjectNode) answer).putArray("discussions");
                        for (int id = first; id < Math.min(first + size, discussions); id++) {
                            list.addObject()
                                    .put("id", 5000 + id)
                                    .put("discussion", 1000 + id)
                                    .put("name", "Aviso " + id)
                                    .put("message", "Texto " + id)
                                    .put("created", 1795000000 + id)
                                    .put("timemodified", 1795000000 + id)
                                    .put("numreplies", 0);
                        }
                    }));
        }
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
