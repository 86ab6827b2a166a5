package dev.unitracker.moodle;

import static dev.unitracker.moodle.AddedActivity.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.model.Change;
import dev.unitracker.model.Field;
import dev.unitracker.moodle.simulator.Where;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an activity waits for comes in the student's language: other words are no other condition. */
class RewordedRestrictionsTest {

    private static final String SPANISH = "Disponible desde <strong>5 de diciembre de 2026, 18:00</strong>";
    private static final String ENGLISH = "Available from <strong>5 December 2026, 6:00 PM</strong>";

    private final Student student = Student.ofDemo();

    @AfterEach
    void the_same_looks_made_again_say_the_same() {
        try (student) {
            assertThat(student.tracker().replay().difference()).isEmpty();
        }
    }

    @Test
    void another_language_is_stored_and_no_news() {
        waiting(SPANISH);
        student.settled();

        waiting(ENGLISH);
        List<String> news = news();

        assertThat(news).isEmpty();
        assertThat(student.item(KEY).get(Field.AVAILABILITY))
                .contains("restricted: Available from 5 December 2026, 6:00 PM");
    }

    @Test
    void another_date_is_news_in_any_language_and_so_is_that_it_opened() {
        waiting(SPANISH);
        student.settled();

        waiting(SPANISH.replace("5 de", "6 de"));
        List<String> moved = news();
        waiting(ENGLISH.replace("5 December", "7 December"));
        List<String> movedAgain = news();
        new AddedActivity(student, "hvp").show();
        List<String> opened = news();

        assertThat(moved).containsExactly(KEY + " availability_changed");
        assertThat(movedAgain).containsExactly(KEY + " availability_changed");
        assertThat(opened).containsExactly(KEY + " availability_changed");
    }

    @Test
    void a_closed_sections_activities_are_not_told_again_in_another_language() {
        new AddedActivity(student, "hvp").show();
        student.settled();
        closedSection(SPANISH);
        List<String> closed = news();

        closedSection(ENGLISH);

        assertThat(closed).contains(KEY + " availability_changed");
        assertThat(news()).isEmpty();
    }

    private void closedSection(String why) {
        student.moodle.clearFailures();
        student.moodle.answer(
                Where.function("core_course_get_contents").with("courseid", 2),
                Edits.of(answer -> ((ObjectNode) answer.get(0))
                        .put("uservisible", false)
                        .put("availabilityinfo", why)
                        .putArray("modules")));
    }

    private void waiting(String why) {
        new AddedActivity(student, "hvp")
                .with("'uservisible':false,'availabilityinfo':'" + why + "'")
                .show();
    }

    private List<String> news() {
        return student.look().changes().stream()
                .filter(Change::meaningful)
                .map(change -> change.item().key() + " " + change.kind().key())
                .toList();
    }
}
