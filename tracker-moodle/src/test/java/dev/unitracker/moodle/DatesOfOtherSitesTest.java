package dev.unitracker.moodle;

import static dev.unitracker.moodle.AddedActivity.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Activities whose dates the recorded site does not show: meetings, sessions of plugins, chats, other releases. */
class DatesOfOtherSitesTest {

    private final Student student = Student.ofDemo();
    private final Instant monday = student.moodle.now().plus(Duration.ofDays(5));

    @AfterEach
    void the_same_looks_made_again_say_the_same() {
        try (student) {
            assertThat(student.tracker().replay().difference()).isEmpty();
        }
    }

    @Test
    void a_meeting_that_only_the_calendar_dates_is_told_when_it_moves() {
        meeting().event(901, "meeting_start", monday).show();
        student.settled();
        boolean known = student.item(KEY).startsAt().equals(Optional.of(monday));

        meeting().event(901, "meeting_start", day(1)).show();

        assertThat(known).isTrue();
        assertThat(news()).containsExactly(KEY + " schedule_changed");
        assertThat(student.item(KEY).startsAt()).contains(day(1));
    }

    @Test
    void a_meeting_that_gets_its_date_later_is_told_too() {
        meeting().show();
        student.settled();

        meeting().event(901, "meeting_start", monday).show();

        assertThat(news()).containsExactly(KEY + " schedule_changed");
    }

    @Test
    void a_meeting_that_has_begun_is_no_news_when_it_leaves_the_calendar() {
        meeting().event(901, "meeting_start", monday).show();
        student.settled();
        student.wait(Duration.ofDays(6));

        meeting().show();

        assertThat(news()).isEmpty();
    }

    @Test
    void a_site_that_begins_to_tell_a_meetings_dates_itself_changes_nothing() {
        meeting().event(901, "meeting_start", monday).show();
        student.settled();

        upgradedMeeting(monday.plus(Duration.ofHours(2)));
        List<String> upgrade = news();
        upgradedMeeting(monday.plus(Duration.ofHours(3)));
        List<String> longer = news();

        assertThat(upgrade).isEmpty();
        assertThat(longer).containsExactly(KEY + " schedule_changed");
        assertThat(student.item(KEY).dueAt()).isEmpty();
    }

    private void upgradedMeeting(Instant end) {
        meeting()
                .with("'dates':[" + date("timeopen", monday) + "," + date("timeclose", end) + "]")
                .event(901, "meeting_start", monday)
                .show();
    }

    @Test
    void each_session_of_a_plugin_is_told_when_it_moves() {
        AddedActivity lessons = new AddedActivity(student, "attendance").with("'dates':[]");
        lessons.event(901, "attendance", monday)
                .event(902, "attendance", day(7))
                .show();
        student.settled();

        new AddedActivity(student, "attendance")
                .with("'dates':[]")
                .event(901, "attendance", monday)
                .event(902, "attendance", day(8))
                .show();

        assertThat(news()).containsExactly("event:902 schedule_changed");
        assertThat(student.item("event:902").get(Field.WITHIN)).contains(KEY);
    }

    @Test
    void sessions_of_a_chat_that_come_and_go_are_no_news_and_a_move_of_the_next_is() {
        chat("'dates':[" + date("chattime", monday) + "]", monday);
        student.settled();

        student.wait(Duration.ofDays(6));
        chat("'dates':[]", monday);
        List<String> begun = news();
        chat("'dates':[" + date("chattime", day(7)) + "]", day(7));
        List<String> next = news();
        Instant nextStart = student.item(KEY).startsAt().orElseThrow();
        chat("'dates':[" + date("chattime", day(9)) + "]", day(9));
        List<String> moved = news();

        assertThat(begun).isEmpty();
        assertThat(next).isEmpty();
        assertThat(nextStart).isEqualTo(day(7));
        assertThat(moved).containsExactly(KEY + " schedule_changed");
    }

    private void chat(String dates, Instant time) {
        new AddedActivity(student, "chat")
                .with(dates + ",'customdata':'{\\\"chattime\\\":" + time.getEpochSecond() + ",\\\"schedule\\\":3}'")
                .event(901, "chattime", time)
                .show();
    }

    @Test
    void a_chat_that_only_the_calendar_dates_goes_on_by_itself_too() {
        new AddedActivity(student, "chat").event(901, "chattime", monday).show();
        student.settled();
        student.wait(Duration.ofDays(6));

        new AddedActivity(student, "chat").event(901, "chattime", day(7)).show();
        List<String> next = news();
        new AddedActivity(student, "chat").event(901, "chattime", day(8)).show();

        assertThat(next).isEmpty();
        assertThat(news()).containsExactly(KEY + " schedule_changed");
    }

    @Test
    void what_is_expected_of_an_activity_without_a_deadline_is_one() {
        AddedActivity choice = new AddedActivity(student, "choice").with("'dates':[]");
        choice.event(901, "expectcompletionon", monday).show();
        student.settled();

        assertThat(student.item(KEY).dueAt()).contains(monday);
        assertThat(student.item(KEY).dueSource().orElseThrow().rule()).isEqualTo("expectation");

        new AddedActivity(student, "choice")
                .with("'dates':[" + date("timeclose", day(2)) + "]")
                .event(901, "expectcompletionon", monday)
                .show();

        assertThat(news()).containsExactly(KEY + " deadline_changed");
        assertThat(student.item(KEY).dueAt()).contains(day(2));
    }

    @Test
    void dates_that_get_their_names_at_an_upgrade_are_no_news_and_another_one_is() {
        nameless(day(1), day(3));
        student.settled();

        nameless(day(1), day(2), day(3));
        List<Change> added = student.look().changes();
        new AddedActivity(student, "hvp")
                .with("'dates':[" + date("first", day(1)) + "," + date("second", day(2)) + "," + date("duedate", day(3))
                        + "]")
                .show();
        List<String> named = news();

        assertThat(added).hasSize(1);
        assertThat(added.get(0).kind()).isEqualTo(ChangeKind.SCHEDULE_CHANGED);
        assertThat(added.get(0).fields()).extracting(change -> change.after()).containsExactly(day(2).toString());
        assertThat(named).isEmpty();
        assertThat(student.item(KEY).dueAt()).contains(day(3));
    }

    private void nameless(Instant... dates) {
        List<String> all = Arrays.stream(dates)
                .map(date -> "{'label':'Fecha','timestamp':" + date.getEpochSecond() + "}")
                .toList();
        new AddedActivity(student, "hvp")
                .with("'dates':[" + String.join(",", all) + "]")
                .show();
    }

    private AddedActivity meeting() {
        return new AddedActivity(student, "bigbluebuttonbn").with("'dates':[]");
    }

    private static String date(String id, Instant moment) {
        return "{'label':'Fecha','dataid':'" + id + "','timestamp':" + moment.getEpochSecond() + "}";
    }

    private Instant day(int later) {
        return monday.plus(Duration.ofDays(later));
    }

    /** Looks twice, since a removal needs a second proof, and returns what a student would hear of. */
    private List<String> news() {
        return Stream.of(student.look(), student.look())
                .flatMap(report -> report.changes().stream())
                .filter(Change::meaningful)
                .map(change -> change.item().key() + " " + change.kind().key())
                .toList();
    }
}
