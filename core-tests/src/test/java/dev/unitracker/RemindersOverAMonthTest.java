package dev.unitracker;

import static dev.unitracker.Classroom.CONTENTS;
import static dev.unitracker.Classroom.module;
import static dev.unitracker.Classroom.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.model.DateRule;
import dev.unitracker.model.ItemId;
import dev.unitracker.notice.AlertSettings;
import dev.unitracker.notice.Message;
import dev.unitracker.notice.NoticeKind;
import dev.unitracker.notice.QuietHours;
import dev.unitracker.spi.Notifier;
import dev.unitracker.spi.Sighting;
import dev.unitracker.testkit.FakeCollector;
import dev.unitracker.testkit.TestClock;
import dev.unitracker.words.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks a clock over a month in which a student has deadlines, with quiet hours from 22:00 to 07:00. */
class RemindersOverAMonthTest {

    private static final ZoneId ZONE = ZoneId.of("America/Argentina/Buenos_Aires");
    private static final String FIRST = "2026-03-01T12:00";
    private static final String LAST = "2026-03-31T12:00";

    private final TestClock clock = new TestClock(local(FIRST));
    private final FakeCollector source = new FakeCollector("source");
    private final Diary diary = new Diary();
    private final TreeMap<Integer, String> dues = new TreeMap<>();
    private final Tracker tracker = Tracker.of(Accounts.in(new InMemoryStore()).create("me", ZONE, Language.ENGLISH))
            .clock(clock)
            .alerts(AlertSettings.in(ZONE).quiet(QuietHours.parse("22:00-07:00", ZONE)))
            .staleAfter(Duration.ofDays(365))
            .collectors(List.of(source))
            .notifier(diary)
            .build();

    @ParameterizedTest
    @ValueSource(ints = {1, 15})
    void each_deadline_is_reminded_of_in_time_and_none_in_quiet_hours_or_late(int minutes) {
        dues.put(1, "2026-03-10T18:00");
        // Late: the reminders of days would come in quiet hours.
        dues.put(2, "2026-03-12T23:45");
        // At night: three hours before is past the end of the day.
        dues.put(3, "2026-03-15T03:00");
        // Early: three hours before is at night, but seven is early enough.
        dues.put(4, "2026-03-18T09:00");
        // Known too late for the first, and for all.
        dues.put(5, "2026-03-02T12:00");
        dues.put(6, "2026-03-01T13:00");
        look();

        walk(LAST, minutes);

        assertThat(diary.lines)
                .containsExactlyInAnyOrder(
                        "Activity 1 at 2026-03-07T18:00: Due in 3 days",
                        "Activity 1 at 2026-03-09T18:00: Due in 1 day",
                        "Activity 1 at 2026-03-10T15:00: Due in 3 h",
                        "Activity 2 at 2026-03-10T07:00: Due in 2 days 17 h",
                        "Activity 2 at 2026-03-12T07:00: Due in 16 h 45 min",
                        "Activity 2 at 2026-03-12T20:45: Due in 3 h",
                        "Activity 3 at 2026-03-12T07:00: Due in 2 days 20 h",
                        "Activity 3 at 2026-03-14T07:00: Due in 20 h",
                        "Activity 3 at 2026-03-14T21:45: Due in 5 h 15 min",
                        "Activity 4 at 2026-03-15T09:00: Due in 3 days",
                        "Activity 4 at 2026-03-17T09:00: Due in 1 day",
                        "Activity 4 at 2026-03-18T07:00: Due in 2 h",
                        "Activity 5 at 2026-03-01T12:00: Due in 1 day",
                        "Activity 5 at 2026-03-02T09:00: Due in 3 h");
    }

    @Test
    void a_date_that_moves_is_reminded_of_anew_and_no_longer_as_it_was() {
        dues.put(1, "2026-03-10T18:00");
        look();
        walk("2026-03-08T12:00", 15);
        dues.put(1, "2026-03-20T18:00");
        look();

        walk(LAST, 15);

        assertThat(diary.lines)
                .containsExactly(
                        "Activity 1 at 2026-03-07T18:00: Due in 3 days",
                        "Activity 1 at 2026-03-17T18:00: Due in 3 days",
                        "Activity 1 at 2026-03-19T18:00: Due in 1 day",
                        "Activity 1 at 2026-03-20T15:00: Due in 3 h");
    }

    @Test
    void a_date_that_moves_nearer_is_not_reminded_of_for_times_that_are_past() {
        dues.put(1, "2026-03-20T18:00");
        look();
        walk("2026-03-10T16:00", 15);
        dues.put(1, "2026-03-12T12:00");
        look();

        walk(LAST, 15);

        assertThat(diary.lines)
                .containsExactly(
                        "Activity 1 at 2026-03-11T12:00: Due in 1 day", "Activity 1 at 2026-03-12T09:00: Due in 3 h");
    }

    @Test
    void what_is_completed_removed_or_taken_back_is_reminded_of_only_while_it_is_to_do() {
        dues.put(1, "2026-03-10T18:00");
        dues.put(2, "2026-03-10T18:00");
        look();
        walk("2026-03-09T12:00", 15);
        tracker.account().markDone(new ItemId("me", "module:1"));
        dues.remove(2);
        look();
        look();
        walk("2026-03-10T12:00", 15);
        tracker.account().markOpen(new ItemId("me", "module:1"));

        walk(LAST, 15);

        assertThat(diary.lines)
                .containsExactlyInAnyOrder(
                        "Activity 1 at 2026-03-07T18:00: Due in 3 days",
                        "Activity 2 at 2026-03-07T18:00: Due in 3 days",
                        "Activity 1 at 2026-03-10T15:00: Due in 3 h");
    }

    @Test
    void a_worker_that_slept_makes_up_for_the_latest_reminder_only() {
        dues.put(1, "2026-03-10T18:00");
        look();
        walk("2026-03-07T12:00", 15);
        clock.set(local("2026-03-10T10:00"));

        walk(LAST, 15);

        assertThat(diary.lines)
                .containsExactly(
                        "Activity 1 at 2026-03-10T10:00: Due in 8 h", "Activity 1 at 2026-03-10T15:00: Due in 3 h");
    }

    private void look() {
        source.showsOnly(seen(
                CONTENTS,
                dues.entrySet().stream()
                        .map(due -> module(due.getKey())
                                .due(local(due.getValue()), DateRule.ACTIVITY)
                                .build())
                        .collect(Collectors.<Sighting>toList())));
        tracker.syncFully();
    }

    private void walk(String end, int minutes) {
        while (clock.instant().isBefore(local(end))) {
            tracker.dispatch();
            clock.advance(Duration.ofMinutes(minutes));
        }
    }

    private static Instant local(String time) {
        return LocalDateTime.parse(time).atZone(ZONE).toInstant();
    }

    /** Writes down the reminders, and when they came. */
    private final class Diary implements Notifier {
        private final List<String> lines = new ArrayList<>();

        @Override
        public String name() {
            return "diary";
        }

        @Override
        public void send(Message message, String recipient) {
            if (message.kind() == NoticeKind.REMINDER) {
                String text = message.lines().get(0).text();
                String item = Objects.requireNonNull(message.about()).item().replace("module:", "Activity ");
                lines.add(item + " at " + LocalDateTime.ofInstant(clock.instant(), ZONE) + ": "
                        + text.substring(0, text.indexOf(':')));
            }
        }
    }
}
