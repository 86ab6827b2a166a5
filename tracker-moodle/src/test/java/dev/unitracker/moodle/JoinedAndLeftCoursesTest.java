package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.Item;
import dev.unitracker.moodle.simulator.Where;
import dev.unitracker.report.SyncReport;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Students join and leave courses. */
class JoinedAndLeftCoursesTest {

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
            assertThat(student.tracker().account().deadlines(Duration.ofDays(60)))
                    .noneMatch(item ->
                            item.item().course().filter("course:5"::equals).isPresent());
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
}
