package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.moodle.simulator.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a site tells only while the student may work on something is still there when the time is over. */
class WithheldTextTest {

    private static final Where ASSIGNMENTS = Where.function("mod_assign_get_assignments");
    private static final Where STATUS =
            Where.function("mod_assign_get_submission_status").with("assignid", 1);
    private static final Where LESSONS = Where.function("mod_lesson_get_lessons_by_courses");
    private static final String FILE = "file:5:/plantilla.txt";

    private final Student student = Student.ofDemo();

    @AfterEach
    void the_same_looks_made_again_say_the_same() {
        try (student) {
            assertThat(student.tracker().replay().difference()).isEmpty();
        }
    }

    @Test
    void instructions_that_are_not_told_after_handing_in_stay_with_their_files() {
        open("Con carátula");
        student.settled();
        handedIn();

        List<Change> changes = looks(3);

        assertThat(changes).extracting(Change::kind).containsExactly(ChangeKind.COMPLETION_CHANGED);
        assertThat(student.item("module:5").body().orElseThrow()).endsWith("Con carátula");
        assertThat(student.activeItems()).extracting(item -> item.id().key()).contains(FILE);
    }

    @Test
    void instructions_that_are_told_again_are_no_news_and_other_ones_are() {
        open("Con carátula");
        student.settled();
        handedIn();
        looks(2);
        open("Con carátula");
        List<Change> reopened = looks(2);
        open("Sin carátula");
        List<Change> other = looks(1);

        assertThat(reopened).extracting(Change::kind).containsExactly(ChangeKind.COMPLETION_CHANGED);
        assertThat(other)
                .extracting(change -> change.item().key() + " " + change.kind().key())
                .containsExactly("module:5 content_changed");
    }

    @Test
    void an_introduction_changed_meanwhile_is_told_without_the_instructions() {
        open("Con carátula");
        student.settled();
        handedIn();
        looks(1);
        student.moodle.answer(
                ASSIGNMENTS, Edits.where("cmid", 5, assignment -> assignment.put("intro", "<p>En parejas</p>")));

        List<Change> changes = looks(1);

        assertThat(changes).filteredOn(Change::meaningful).hasSize(1);
        assertThat(student.item("module:5").body()).contains("En parejas\nCon carátula");
    }

    @Test
    void instructions_that_a_teacher_takes_back_are_gone_with_their_files() {
        open("Con carátula");
        student.settled();
        student.moodle.clearFailures();

        List<Change> changes = looks(2);

        assertThat(changes)
                .filteredOn(Change::meaningful)
                .extracting(change -> change.item().key() + " " + change.kind().key())
                .containsExactly("module:5 content_changed", FILE + " removed");
    }

    @Test
    void an_introduction_that_is_told_only_from_a_day_on_stays_when_the_day_is_moved() {
        student.settled();
        student.moodle.answer(ASSIGNMENTS, Edits.where("cmid", 5, assignment -> assignment.remove("intro")));

        List<Change> changes = looks(2);

        assertThat(changes).isEmpty();
    }

    @Test
    void a_lessons_introduction_is_no_news_when_the_lesson_closes_and_opens_but_when_it_is_emptied() {
        lesson(lesson -> lesson.put("intro", "<p>Leer antes de la clase</p>"));
        student.settled();
        lesson(lesson -> {});
        List<Change> closed = looks(2);
        lesson(lesson -> lesson.put("intro", "<p>Leer antes de la clase</p>"));
        List<Change> opened = looks(2);
        lesson(lesson -> lesson.put("intro", ""));
        List<Change> emptied = looks(2);

        assertThat(closed).isEmpty();
        assertThat(opened).isEmpty();
        assertThat(emptied).filteredOn(Change::meaningful).hasSize(1);
        assertThat(student.item(AddedActivity.KEY).body()).isEmpty();
    }

    private void open(String instructions) {
        student.moodle.clearFailures();
        student.moodle.answer(
                ASSIGNMENTS,
                Edits.where(
                        "cmid",
                        5,
                        assignment -> assignment
                                .put("activity", "<p>" + instructions + "</p>")
                                .putArray("activityattachments")
                                .addObject()
                                .put("filename", "plantilla.txt")
                                .put("filepath", "/")
                                .put("filesize", 10)
                                .put("timemodified", 1795000000)
                                .put("fileurl", "")));
    }

    /** Also with its introduction and the files of that, work that was handed in has no instructions. */
    private void handedIn() {
        student.moodle.clearFailures();
        student.moodle.answer(STATUS, Edits.of(status -> {
            ObjectNode attempt = (ObjectNode) status.path("lastattempt");
            attempt.put("canedit", false);
            ((ObjectNode) attempt.path("submission")).put("status", "submitted");
        }));
    }

    private void lesson(Consumer<ObjectNode> edit) {
        new AddedActivity(student, "lesson").show();
        student.moodle.answer(LESSONS, Edits.of(answer -> {
            ObjectNode lesson = ((ArrayNode) answer.path("lessons")).addObject();
            lesson.put("id", 77).put("coursemodule", 900).put("course", 2).put("name", "Agregada");
            edit.accept(lesson);
        }));
    }

    private List<Change> looks(int times) {
        List<Change> changes = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            changes.addAll(student.look().changes());
        }
        return changes;
    }
}
