package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.model.Change;
import dev.unitracker.model.Field;
import dev.unitracker.moodle.simulator.Where;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A site that filters what it answers words its texts in the student's language. */
class LanguageTest {

    private static final String KEY = "module:900";
    private static final Duration MORE_THAN_A_DAY = Duration.ofHours(25);

    private final Student student = Student.ofDemo();

    @AfterEach
    void the_same_looks_made_again_say_the_same() {
        try (student) {
            assertThat(student.tracker().replay().difference()).isEmpty();
        }
    }

    @Test
    void a_student_who_changes_the_language_hears_nothing_of_it() {
        show("es", "Reglas del examen", "El examen es el 12/12/2026 a las 10:00.");
        student.settled();
        student.wait(MORE_THAN_A_DAY);

        show("en", "Exam rules", "The exam is on 12 December 2026 at 10:00.");
        List<Change> changes = student.look().news();

        assertThat(changes).isEmpty();
        assertThat(student.item(KEY).title()).isEqualTo("Exam rules");
        assertThat(student.item(KEY).get(Field.BODY)).contains("Exam rules\nThe exam is on 12 December 2026 at 10:00.");
    }

    @Test
    void what_a_teacher_writes_afterwards_is_news_again() {
        show("es", "Reglas del examen", "El examen es el 12/12/2026 a las 10:00.");
        student.settled();
        student.wait(MORE_THAN_A_DAY);
        show("en", "Exam rules", "The exam is on 12 December 2026 at 10:00.");
        student.settled();

        show("en", "Exam rules", "The exam is on 14 December 2026 at 10:00.");
        List<Change> changes = student.look().news();

        assertThat(changes).extracting(change -> change.kind().key()).containsExactly("exam_changed");
    }

    private void show(String language, String name, String text) {
        student.moodle.clearFailures();
        student.moodle.answer(
                Where.function("core_webservice_get_site_info"),
                Edits.of(answer -> ((ObjectNode) answer).put("lang", language)));
        student.moodle.answer(
                Where.function("core_course_get_contents").with("courseid", 2),
                Edits.of(answer -> ((ArrayNode) answer.get(0).get("modules"))
                        .add(AddedActivity.json("{'id':900,'instance':77,'modname':'label','name':'" + name
                                + "','description':'<p>" + name + "</p><p>" + text + "</p>','uservisible':true}"))));
    }
}
