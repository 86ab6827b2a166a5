package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemType;
import dev.unitracker.moodle.simulator.Where;
import dev.unitracker.report.SyncReport;
import dev.unitracker.run.Run.Outcome;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The calendar's answer is good, but warns that it leaves out a course that the student was not let into. */
class UnseenCalendarTest {

    private final Student student = Student.ofDemo();

    @AfterEach
    void the_same_looks_made_again_say_the_same() {
        try (student) {
            assertThat(student.tracker().replay().difference()).isEmpty();
        }
    }

    @Test
    void nothing_of_a_course_that_the_calendar_leaves_out_is_taken_as_removed() {
        student.settled();
        Item event = courseEvent();
        List<Item> before = student.activeItems();

        withoutCourse(event, true);
        List<SyncReport> reports = Stream.generate(student::look).limit(3).toList();

        for (SyncReport report : reports) {
            assertThat(report.changes()).isEmpty();
            assertThat(report.run().outcome()).isEqualTo(Outcome.PARTIAL);
            assertThat(report.run().notLooked()).hasSize(1);
            assertThat(report.run().notLooked().get(0)).startsWith("moodle_calendar: calendar events of ");
        }
        assertThat(student.activeItems()).isEqualTo(before);
    }

    @Test
    void what_another_course_lost_meanwhile_is_removed() {
        student.settled();
        Item event = courseEvent();

        withoutCourse(event, false);
        List<Change> changes = Stream.generate(student::look)
                .limit(2)
                .flatMap(report -> report.changes().stream())
                .toList();

        assertThat(changes)
                .filteredOn(change -> change.item().equals(event.id()))
                .extracting(Change::kind)
                .containsExactly(ChangeKind.REMOVED);
    }

    @Test
    void what_is_seen_late_of_a_first_look_is_no_news() {
        Item event;
        try (Student other = Student.ofDemo()) {
            event = courseEvent(other.settled());
        }
        withoutCourse(event, true);
        student.look();
        student.moodle.clearFailures();

        SyncReport late = student.look();

        assertThat(late.news()).isEmpty();
        assertThat(student.item(event.id().key()).title()).isEqualTo(event.title());
    }

    private Item courseEvent() {
        return courseEvent(student);
    }

    private static Item courseEvent(Student student) {
        return student.activeItems().stream()
                .filter(item -> item.type().equals(ItemType.CALENDAR_EVENT)
                        && item.course().isPresent())
                .findFirst()
                .orElseThrow();
    }

    /** Leaves out a course's events, and warns of it or of another course. */
    private void withoutCourse(Item event, boolean warned) {
        String course = event.course().orElseThrow().substring("course:".length());
        String other = course.equals("2") ? "3" : "2";
        student.moodle.answer(Where.function("core_calendar_get_calendar_events"), Edits.of(answer -> {
            Edits.remove(answer.get("events"), "courseid", course);
            ObjectNode warning = ((ArrayNode) answer.get("warnings")).addObject();
            warning.put("item", "course").put("itemid", Integer.parseInt(warned ? course : other));
            warning.put("warningcode", "nopermissions").put("message", "No access rights in course context");
        }));
    }
}
