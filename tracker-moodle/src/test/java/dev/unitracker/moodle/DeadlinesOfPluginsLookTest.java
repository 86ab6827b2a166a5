package dev.unitracker.moodle;

import static dev.unitracker.moodle.AddedActivity.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whole looks at activities of plugins, whose dates have names of their own. */
class DeadlinesOfPluginsLookTest {

    private final Student student = Student.ofDemo();
    private final Instant monday = student.moodle.now().plus(Duration.ofDays(5));

    @AfterEach
    void the_same_looks_made_again_say_the_same() {
        try (student) {
            assertThat(student.tracker().replay().difference()).isEmpty();
        }
    }

    @Test
    void a_deadline_under_a_name_of_its_own_is_told_when_it_moves() {
        activity().event(901, "duedate", monday).show();
        student.settled();

        activity().event(901, "duedate", day(1)).show();

        assertThat(news()).containsExactly(KEY + " deadline_changed");
        assertThat(student.item(KEY).dueAt()).contains(day(1));
    }

    @Test
    void each_part_of_an_activity_is_told_and_none_says_anything_of_another() {
        activity().event(901, "due", monday).show();
        student.settled();

        activity().event(901, "due", monday).event(902, "due", day(7)).show();
        List<String> added = news();
        activity().event(901, "due", monday).event(902, "due", day(8)).show();
        List<String> moved = news();
        activity().event(901, "due", monday).show();
        List<String> removed = news();

        assertThat(added).containsExactly("event:902 new");
        assertThat(moved).containsExactly("event:902 deadline_changed");
        assertThat(removed).containsExactly("event:902 removed");
        assertThat(student.item(KEY).dueAt()).contains(monday);
    }

    @Test
    void a_part_is_among_the_deadlines_when_the_first_is_over() {
        activity().event(901, "due", monday).event(902, "due", day(7)).show();
        student.settled();

        student.wait(Duration.ofDays(6));
        student.look();

        assertThat(student.tracker().account().deadlines(Duration.ofDays(10)))
                .extracting(stored -> stored.item().id().key())
                .contains("event:902")
                .doesNotContain(KEY);
    }

    @Test
    void a_meeting_that_tells_only_its_end_once_it_is_over_is_no_news() {
        meeting("start_time", monday);
        student.settled();
        student.wait(Duration.ofDays(6));

        meeting("end_date_time", monday.plus(Duration.ofHours(1)));

        assertThat(news()).isEmpty();
        assertThat(student.item(KEY).startsAt()).contains(monday);
        assertThat(student.item(KEY).dueAt()).isEmpty();
    }

    private void meeting(String name, Instant moment) {
        new AddedActivity(student, "zoom")
                .with("'dates':[{'label':'Fecha','dataid':'" + name + "','timestamp':" + moment.getEpochSecond() + "}]")
                .show();
    }

    private AddedActivity activity() {
        return new AddedActivity(student, "taller").with("'dates':[]");
    }

    private Instant day(int later) {
        return monday.plus(Duration.ofDays(later));
    }

    private List<String> news() {
        return Stream.of(student.look(), student.look())
                .flatMap(report -> report.changes().stream())
                .filter(Change::meaningful)
                .map(change -> change.item().key() + " " + change.kind().key())
                .toList();
    }
}
