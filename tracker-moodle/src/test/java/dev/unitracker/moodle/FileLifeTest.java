package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.moodle.simulator.Where;
import dev.unitracker.report.SyncReport;
import dev.unitracker.run.PartOutcome;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files of a site are replaced, uploaded again and put away. */
class FileLifeTest {

    private static final Where CONTENTS = Where.function("core_course_get_contents");

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
    void a_file_that_is_too_large_to_be_read_is_named_once_and_a_film_is_not() {
        try (Student student = Student.ofDemo()) {
            student.settled();
            student.moodle.answer(
                    CONTENTS,
                    Edits.where(
                            "filename",
                            "guia1.txt",
                            file -> file.put("filesize", 60_000_000L).put("timemodified", 1795999999)));

            SyncReport report = student.look();
            SyncReport next = student.look();

            assertThat(report.run().parts())
                    .flatExtracting(PartOutcome::missed)
                    .extracting(missed -> missed.code() + " " + missed.name())
                    .containsExactly("TOO_LARGE guia1.txt");
            assertThat(next.complete()).isTrue();
        }
    }

    @Test
    void a_film_that_is_too_large_would_say_nothing_anyway() {
        try (Student student = Student.ofDemo()) {
            student.settled();
            student.moodle.answer(
                    CONTENTS,
                    Edits.where(
                            "filename",
                            "guia1.txt",
                            file -> file.put("filesize", 60_000_000L)
                                    .put("mimetype", "video/mp4")
                                    .put("timemodified", 1795999999)));

            assertThat(student.look().complete()).isTrue();
        }
    }

    @Test
    void a_file_of_which_only_the_beginning_is_read_is_named() {
        try (Student student = Student.ofDemo()) {
            String text = "Una clase m\u00E1s.\n".repeat(400_000);
            student.settled();
            student.moodle.answer(
                    CONTENTS,
                    Edits.where(
                            "filename",
                            "guia1.txt",
                            file -> file.put("filesize", text.getBytes(StandardCharsets.UTF_8).length)
                                    .put("timemodified", 1795999999)));
            student.moodle.answer(Where.path("guia1.txt"), old -> text);

            SyncReport report = student.look();

            assertThat(report.run().parts())
                    .flatExtracting(PartOutcome::missed)
                    .extracting(missed -> missed.code() + " " + missed.name())
                    .containsExactly("CUT guia1.txt");
            assertThat(student.item("file:13:/guia1.txt").body().orElseThrow()).startsWith("Una clase");
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
                            .put("filename", "captura.png")
                            .put("filesize", 4711);
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
}
