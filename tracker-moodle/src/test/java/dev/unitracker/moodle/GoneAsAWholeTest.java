package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.Field;
import dev.unitracker.model.Item;
import dev.unitracker.moodle.simulator.Damage;
import dev.unitracker.moodle.simulator.Failure;
import dev.unitracker.moodle.simulator.Recording;
import dev.unitracker.moodle.simulator.Spot;
import dev.unitracker.moodle.simulator.Where;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * An activity is gone, and one of the answers that show it cannot be read: what the others no longer say of it went with it. It
 * does not lose its grade, its text or its deadline first.
 */
class GoneAsAWholeTest {

    private static final Where CONTENTS = Where.function("core_course_get_contents");
    private static final Where GRADES = Where.function("gradereport_user_get_grade_items");

    @Test
    void a_grade_goes_with_its_activity_though_the_course_cannot_be_read_for_a_while() {
        try (Student student = student()) {
            int cmid = moduleWith(student, Field.GRADE);
            taken(student, cmid);
            student.moodle.fail(CONTENTS, Failure.status(500));

            List<Change> meanwhile = looks(student, 2);
            student.moodle.clearFailures();
            taken(student, cmid);
            List<Change> then = looks(student, 2);

            assertThat(meanwhile).isEmpty();
            assertThat(then).extracting(Change::kind).containsOnly(ChangeKind.REMOVED);
        }
    }

    @Test
    void an_activity_that_is_back_has_its_grade_though_grades_cannot_be_read_then() {
        try (Student student = student()) {
            int cmid = moduleWith(student, Field.GRADE);
            taken(student, cmid);
            List<Change> away = looks(student, 1);
            student.moodle.clearFailures();
            student.moodle.fail(GRADES, Failure.status(500));

            List<Change> back = looks(student, 1);

            assertThat(away).isEmpty();
            assertThat(back).isEmpty();
        }
    }

    @Test
    void a_page_does_not_lose_its_text_while_something_of_its_course_cannot_be_read() {
        try (Student student = student()) {
            int cmid = student.activeItems().stream()
                    .filter(item ->
                            item.url().filter(url -> url.contains("/mod/page/")).isPresent())
                    .mapToInt(GoneAsAWholeTest::cmid)
                    .findFirst()
                    .orElseThrow();
            student.moodle.restCron();
            taken(student, cmid);
            student.moodle.damage(CONTENTS, Damage.ELEMENT_NULL, Spot.one("[].modules[]", 1));

            List<Change> meanwhile = looks(student, 3);
            student.moodle.clearFailures();
            taken(student, cmid);
            List<Change> then = looks(student, 2);

            assertThat(meanwhile).isEmpty();
            assertThat(then).extracting(Change::kind).containsExactly(ChangeKind.AVAILABILITY_CHANGED);
        }
    }

    @Test
    void a_deadline_goes_with_its_activity_though_the_list_of_such_activities_cannot_be_read_for_a_while() {
        try (Student student = Student.of(Recording.term()).settled()) {
            int cmid = student.activeItems().stream()
                    .filter(item -> item.url()
                            .filter(url -> url.contains("/mod/choice/"))
                            .isPresent())
                    .mapToInt(GoneAsAWholeTest::cmid)
                    .findFirst()
                    .orElseThrow();
            taken(student, cmid);
            student.moodle.fail(Where.function("mod_choice_get_choices_by_courses"), Failure.status(500));

            List<Change> meanwhile = looks(student, 3);
            student.moodle.clearFailures();
            taken(student, cmid);
            List<Change> then = looks(student, 2);

            assertThat(meanwhile).noneMatch(Change::meaningful);
            assertThat(then).extracting(Change::kind).containsExactly(ChangeKind.REMOVED);
        }
    }

    private static Student student() {
        Student student = Student.of(Recording.demo());
        student.moodle.moveTo(Recording.demo().steps() - 1);
        return student.settled();
    }

    private static int moduleWith(Student student, Field field) {
        return student.activeItems().stream()
                .filter(item -> item.get(field).isPresent() && item.id().key().startsWith("module:"))
                .mapToInt(GoneAsAWholeTest::cmid)
                .findFirst()
                .orElseThrow();
    }

    private static int cmid(Item item) {
        return Integer.parseInt(item.id().key().substring("module:".length()));
    }

    /** Takes an activity away, and its grade. */
    private static void taken(Student student, int cmid) {
        TakenAway.from(student, cmid);
        student.moodle.answer(
                GRADES,
                Edits.of(answer -> answer.findValues("gradeitems").stream()
                        .map(ArrayNode.class::cast)
                        .forEach(items -> Edits.remove(items, "cmid", cmid))));
    }

    private static List<Change> looks(Student student, int times) {
        return IntStream.range(0, times)
                .boxed()
                .flatMap(time -> student.look().changes().stream())
                .toList();
    }
}
