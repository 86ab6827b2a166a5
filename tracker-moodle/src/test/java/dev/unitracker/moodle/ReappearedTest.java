package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.Field;
import dev.unitracker.model.Item;
import dev.unitracker.moodle.simulator.Where;
import dev.unitracker.report.SyncReport;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes back is read like what is new, by whichever look sees it first. */
class ReappearedTest {

    private static final int LINK = 12;
    private static final int FOLDER = 13;
    private static final int FORUM = 1;

    @ParameterizedTest
    @ValueSource(ints = {5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 28})
    void whatever_was_removed_comes_back_as_it_was_in_a_quick_look(int cmid) {
        try (Student student = Student.ofDemo().settled()) {
            List<Item> before = student.activeItems();
            TakenAway.from(student, cmid);
            student.look();
            SyncReport removed = student.look();
            student.moodle.clearFailures();

            SyncReport back = student.quietLook();
            List<Item> after = student.activeItems();
            SyncReport later = student.look();

            assertThat(removed.changes()).extracting(Change::kind).contains(ChangeKind.REMOVED);
            assertThat(back.changes()).extracting(Change::kind).containsOnly(ChangeKind.REAPPEARED);
            assertThat(back.changes()).allMatch(change -> change.fields().size() == 1);
            assertThat(after).isEqualTo(before);
            assertThat(later.changes()).isEmpty();
        }
    }

    @Test
    void what_a_teacher_wrote_while_it_was_away_is_told_by_the_look_that_sees_it_again() {
        try (Student student = Student.ofDemo().settled()) {
            student.moodle.restCron();
            TakenAway.from(student, LINK, FORUM);
            student.look();
            student.look();
            student.moodle.clearFailures();
            rewrite(student);

            SyncReport back = student.quietLook();
            SyncReport later = student.look();

            assertThat(back.changes())
                    .filteredOn(change -> change.item().key().equals("module:" + LINK))
                    .singleElement()
                    .satisfies(change -> assertThat(change.field(Field.BODY)).isPresent());
            assertThat(back.changes())
                    .filteredOn(change -> change.item().key().startsWith("discussion:"))
                    .isNotEmpty();
            assertThat(later.changes()).isEmpty();
        }
    }

    @Test
    void what_a_teacher_wrote_while_it_was_closed_is_told_by_the_look_that_sees_it_open() {
        try (Student student = Student.ofDemo().settled()) {
            student.moodle.answer(Where.function("core_course_get_contents"), Edits.where("id", FOLDER, module -> {
                if (module.has("modname")) {
                    module.put("uservisible", false).remove("contents");
                }
            }));
            student.moodle.answer(
                    Where.function("mod_folder_get_folders_by_courses"),
                    Edits.of(answer -> Edits.remove(answer.path("folders"), "coursemodule", FOLDER)));
            student.look();
            student.look();
            student.moodle.clearFailures();
            student.moodle.answer(
                    Where.function("mod_folder_get_folders_by_courses"),
                    Edits.where("coursemodule", FOLDER, folder -> folder.put("intro", "<p>Guías corregidas</p>")));

            SyncReport open = student.quietLook();
            SyncReport later = student.look();

            assertThat(open.changes())
                    .filteredOn(change -> change.item().key().equals("module:" + FOLDER))
                    .singleElement()
                    .satisfies(change -> assertThat(change.field(Field.BODY)).isPresent());
            assertThat(later.changes()).isEmpty();
        }
    }

    private static void rewrite(Student student) {
        student.moodle.answer(
                Where.function("mod_url_get_urls_by_courses"),
                Edits.where("coursemodule", LINK, link -> link.put("externalurl", "https://video.example.invalid/2")));
        student.moodle.answer(
                Where.function("mod_forum_get_forum_discussions").with("forumid", 1),
                Edits.of(answer -> answer.path("discussions")
                        .forEach(each -> ((ObjectNode) each).put("message", "<p>Corregido</p>"))));
    }
}
