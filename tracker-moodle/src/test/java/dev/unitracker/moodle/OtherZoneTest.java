package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.model.Change;
import dev.unitracker.model.Field;
import dev.unitracker.moodle.simulator.Failure;
import dev.unitracker.moodle.simulator.Where;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Moodle writes the dates of restrictions in the student's zone: another zone is no other condition. */
class OtherZoneTest {

    private static final String PROFILE = "core_user_get_users_by_field";
    private static final String FROM = "Available from <strong>1 December 2026</strong>";
    private static final String FROM_IN_MADRID = "Available from <strong>1 December 2026, 4:00 AM</strong>";
    private static final String UNTIL =
            "Available until <strong>end of 4 December 2026</strong>".replace("<strong>end of ", "end of <strong>");
    private static final String UNTIL_IN_MADRID = "Available until <strong>5 December 2026, 4:00 AM</strong>";

    private final Student student = Student.ofDemo();
    private String zone = "99";

    @AfterEach
    void the_same_looks_made_again_say_the_same() {
        try (student) {
            assertThat(student.tracker().replay().difference()).isEmpty();
        }
    }

    @Test
    void every_restriction_is_stored_in_the_new_zone_and_none_is_news() {
        show(FROM, UNTIL);
        student.settled();

        zone = "Europe/Madrid";
        show(FROM_IN_MADRID, UNTIL_IN_MADRID);

        assertThat(news()).isEmpty();
        assertThat(student.item("module:900").get(Field.AVAILABILITY))
                .contains("restricted: Available from 1 December 2026, 4:00 AM");
    }

    @Test
    void a_quick_look_asks_for_the_zone_only_when_a_date_is_another() {
        show(FROM);
        student.settled();
        student.quietLook();
        student.moodle.resetCounts();
        student.quietLook();
        boolean asked = student.moodle.countsByFunction().containsKey(PROFILE);

        zone = "Europe/Madrid";
        show(FROM_IN_MADRID);
        List<Change> changes = student.quietLook().news();

        assertThat(asked).isFalse();
        assertThat(student.moodle.countsByFunction()).containsKey(PROFILE);
        assertThat(changes).isEmpty();
    }

    @Test
    void the_same_hours_later_in_the_same_zone_are_a_teachers() {
        show(FROM, UNTIL);
        student.settled();

        show(FROM_IN_MADRID, UNTIL_IN_MADRID);

        assertThat(news()).containsExactly("module:900 availability_changed", "module:901 availability_changed");
    }

    @Test
    void a_date_that_a_teacher_moved_meanwhile_is_news() {
        show(FROM, UNTIL, FROM.replace("1 December", "9 December"));
        student.settled();

        zone = "Europe/Madrid";
        show(FROM_IN_MADRID, UNTIL_IN_MADRID, FROM_IN_MADRID.replace("1 December", "10 December"));

        assertThat(news()).containsExactly("module:902 availability_changed");
    }

    @Test
    void where_the_site_does_not_tell_the_zone_a_day_that_became_an_hour_is_no_news() {
        student.moodle.removeFunction(PROFILE);
        show(FROM);
        student.settled();

        show(FROM_IN_MADRID);
        List<String> rezoned = news();
        show(FROM_IN_MADRID.replace("4:00", "6:00"));

        assertThat(rezoned).isEmpty();
        assertThat(news()).containsExactly("module:900 availability_changed");
    }

    @Test
    void a_zone_that_cannot_be_asked_for_costs_nothing_else() {
        show(FROM);
        student.moodle.fail(Where.function(PROFILE), Failure.error("nopermissions"));

        assertThat(student.look().complete()).isTrue();
    }

    private void show(String... why) {
        student.moodle.clearFailures();
        student.moodle.answer(
                Where.function(PROFILE), Edits.of(answer -> ((ObjectNode) answer.get(0)).put("timezone", zone)));
        student.moodle.answer(Where.function("core_course_get_contents").with("courseid", 2), Edits.of(answer -> {
            for (int i = 0; i < why.length; i++) {
                ((ArrayNode) answer.get(0).get("modules"))
                        .add(AddedActivity.json("{'id':" + (900 + i) + ",'instance':" + (70 + i)
                                + ",'modname':'hvp','name':'Agregada','uservisible':false,'availabilityinfo':'" + why[i]
                                + "'}"));
            }
        }));
    }

    private List<String> news() {
        return student.look().changes().stream()
                .filter(Change::meaningful)
                .map(change -> change.item().key() + " " + change.kind().key())
                .toList();
    }
}
