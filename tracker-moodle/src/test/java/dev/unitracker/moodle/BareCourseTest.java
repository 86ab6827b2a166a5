package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.unitracker.moodle.simulator.Where;
import dev.unitracker.report.SyncReport;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The only course that is left holds nothing: lists of activities that come empty are right, and what they showed of courses that
 * were left proves nothing missing. Such a student's looks are complete again, and stay so.
 */
class BareCourseTest {

    private static final long BARE = 5;

    @Test
    void when_only_a_bare_course_is_left_looks_become_complete_and_stay_so() {
        try (Student student = Student.ofDemo()) {
            List<String> functions = functions();
            nothingInTheBareCourse(student, functions);
            student.settled();

            onlyTheBareCourse(student, functions);
            SyncReport first = student.look();
            SyncReport second = student.look();
            List<SyncReport> later = Stream.of(student.quietLook(), student.look(), student.quietLook())
                    .toList();

            assertThat(Stream.of(first, second).flatMap(report -> report.changes().stream()))
                    .extracting(change -> change.item().key())
                    .allMatch(key -> key.startsWith("course:"));
            assertThat(later).flatExtracting(report -> report.run().notLooked()).isEmpty();
            assertThat(later).flatExtracting(SyncReport::changes).isEmpty();
        }
    }

    @Test
    void the_first_look_at_a_student_of_a_bare_course_is_complete() {
        try (Student student = Student.ofDemo()) {
            List<String> functions = functions();
            nothingInTheBareCourse(student, functions);
            onlyTheBareCourse(student, functions);

            List<SyncReport> looks = List.of(student.look(), student.quietLook(), student.look());

            assertThat(looks).flatExtracting(report -> report.run().notLooked()).isEmpty();
            assertThat(looks).flatExtracting(SyncReport::news).isEmpty();
        }
    }

    private static List<String> functions() {
        try (Student other = Student.ofDemo()) {
            other.settled();
            other.look();
            Set<String> asked = new TreeSet<>(other.moodle.countsByFunction().keySet());
            asked.removeIf(function -> function.contains("site_info") || function.contains("external_functions"));
            return List.copyOf(asked);
        }
    }

    private static void nothingInTheBareCourse(Student student, List<String> functions) {
        functions.forEach(function -> student.moodle.answer(
                Where.function(function),
                Edits.of(answer -> without(answer, element -> belongs(element, BARE) && !element.has("shortname")))));
        student.moodle.answer(
                Where.function("core_course_get_contents").with("courseid", BARE),
                answer -> "[{\"id\":1,\"name\":\"General\",\"summary\":\"\",\"modules\":[]}]");
        student.moodle.answer(
                Where.function("gradereport_user_get_grade_items").with("courseid", BARE),
                answer -> "{\"usergrades\":[{\"courseid\":5,\"userid\":3,\"gradeitems\":[]}],\"warnings\":[]}");
        student.moodle.answer(Where.function("mod_assign_get_assignments"), Edits.where("id", BARE, course -> {
            if (course.has("assignments")) {
                course.putArray("assignments");
            }
        }));
    }

    private static void onlyTheBareCourse(Student student, List<String> functions) {
        functions.forEach(function -> student.moodle.answer(
                Where.function(function), Edits.of(answer -> without(answer, BareCourseTest::isOfAnother))));
    }

    private static boolean isOfAnother(JsonNode element) {
        boolean course = element.has("shortname") && element.path("id").asLong() != BARE;
        long of = element.path("course").asLong(element.path("courseid").asLong());
        return course || (of > 1 && of != BARE);
    }

    private static boolean belongs(JsonNode element, long course) {
        return element.path("course").asLong() == course
                || element.path("courseid").asLong() == course;
    }

    private static void without(JsonNode node, Predicate<JsonNode> gone) {
        if (node instanceof ArrayNode list) {
            for (int i = list.size() - 1; i >= 0; i--) {
                if (gone.test(list.get(i))) {
                    list.remove(i);
                }
            }
        }
        node.forEach(child -> without(child, gone));
    }
}
