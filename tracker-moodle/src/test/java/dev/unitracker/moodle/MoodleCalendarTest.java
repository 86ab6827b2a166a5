package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.unitracker.error.SettingsException;
import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemType;
import dev.unitracker.moodle.simulator.Failure;
import dev.unitracker.moodle.simulator.MoodleSimulator;
import dev.unitracker.moodle.simulator.Recording;
import dev.unitracker.moodle.simulator.Where;
import dev.unitracker.report.SyncReport;
import dev.unitracker.run.Part;
import dev.unitracker.run.Run.Outcome;
import dev.unitracker.spi.Collector;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The calendar's export as the only way in. */
class MoodleCalendarTest {

    private static final String KEY = "00000000000000000000000000000000000000ee";
    private static final ZoneId ZONE = ZoneId.of("America/Argentina/Buenos_Aires");

    private static final Where EXPORT = Where.path("/calendar/export_execute.php");

    private static Student student() {
        Student student = Student.of(Recording.demo());
        return student.watchedBy(collector(student.moodle, KEY, "recentupcoming"));
    }

    private static Collector collector(MoodleSimulator moodle, String key, String time) {
        return MoodleCalendar.at(
                        moodle.url() + "/calendar/export_execute.php?userid=3&authtoken=" + key
                                + "&preset_what=all&preset_time=" + time,
                        ZONE)
                .retry(3, Duration.ofMillis(1), Duration.ofMillis(5))
                .build();
    }

    @Test
    void its_events_and_courses_are_found_with_one_request() {
        try (Student student = student()) {
            SyncReport report = student.look();

            assertThat(report.complete()).isTrue();
            assertThat(report.news()).isEmpty();
            assertThat(student.moodle.requests()).isEqualTo(1);
            assertThat(student.activeItems())
                    .filteredOn(item -> item.type().equals(ItemType.COURSE))
                    .extracting(item -> item.title())
                    .containsExactlyInAnyOrder("CAL1", "TERMO", "MAT", "PROG2");
            assertThat(student.item("event:1").title()).isEqualTo("Vencimiento de TP 1 - Límites y continuidad");
            assertThat(student.item("event:1").dueAt()).hasToString("Optional[2026-11-28T02:59:00Z]");
            assertThat(student.item("event:1").url().orElseThrow())
                    .isEqualTo(student.moodle.url() + "/calendar/view.php?view=day&time=1795834740#event_1");
        }
    }

    @Test
    void a_moved_deadline_and_a_moved_class_are_told() {
        try (Student student = student()) {
            student.settled();
            student.moodle.moveTo(1);

            List<Change> changes = student.quietLook().news();

            assertThat(changes)
                    .extracting(
                            change -> change.kind().key() + " " + change.item().key())
                    .contains("deadline_changed event:1", "schedule_changed event:26");
        }
    }

    @Test
    void the_same_export_again_is_no_news() {
        try (Student student = student()) {
            student.settled();

            SyncReport report = student.look();

            assertThat(report.complete()).isTrue();
            assertThat(report.changes()).isEmpty();
        }
    }

    @Test
    void an_event_that_cannot_be_read_stays_as_it_was_and_is_said() {
        try (Student student = student()) {
            student.settled();
            List<Item> before = student.activeItems();
            student.moodle.answer(EXPORT, export -> export.replaceFirst("DTSTART:2026", "DTSTART:999992026"));

            List<SyncReport> looks = List.of(student.look(), student.look(), student.look());

            assertThat(looks).allSatisfy(look -> {
                assertThat(look.changes()).isEmpty();
                assertThat(look.run().notLooked())
                        .singleElement()
                        .asString()
                        .startsWith("moodle_calendar: calendar: event:")
                        .contains("it cannot be read");
            });
            assertThat(student.activeItems()).isEqualTo(before);
        }
    }

    @Test
    void an_extension_stays_the_date_of_what_it_extends_when_the_date_of_all_is_long_past() {
        String base = event(2003, "Reading Journal is due", "20261123T180000Z");
        String extension = event(2004, "Reading Journal is due (extension)", "20261214T180000Z");
        try (Student student = student()) {
            student.moodle.answer(EXPORT, export -> with(export, base + extension));
            student.settled();
            Item before = student.item("event:2003");
            student.wait(Duration.ofDays(10));
            student.moodle.answer(EXPORT, export -> with(export, extension));

            List<SyncReport> looks = List.of(student.look(), student.look(), student.look());

            assertThat(before.dueAt()).hasToString("Optional[2026-12-14T18:00:00Z]");
            assertThat(student.item("event:2003")).isEqualTo(before);
            assertThat(looks)
                    .flatExtracting(look -> look.changes())
                    .extracting(change -> change.item().key())
                    .doesNotContain("event:2003", "event:2004");
        }
    }

    private static String event(int id, String title, String at) {
        return "BEGIN:VEVENT\r\nUID:" + id + "@x\r\nSUMMARY:" + title + "\r\nDTSTART:" + at + "\r\nDTEND:" + at
                + "\r\nEND:VEVENT\r\n";
    }

    private static String with(String export, String events) {
        return export.replace("END:VCALENDAR", events + "END:VCALENDAR");
    }

    @Test
    void a_deleted_event_is_removed_after_two_looks_and_its_course_stays() {
        try (Student student = student()) {
            student.settled();
            student.moodle.answer(EXPORT, without("CATEGORIES:PROG2"));

            List<Change> first = student.look().changes();
            List<Change> second = student.look().changes();

            assertThat(first).isEmpty();
            assertThat(second).isNotEmpty().allMatch(change -> change.kind() == ChangeKind.REMOVED);
            assertThat(second).noneMatch(change -> change.item().key().startsWith("course:"));
            assertThat(student.activeItems())
                    .filteredOn(item -> item.type().equals(ItemType.COURSE))
                    .hasSize(4);
        }
    }

    @Test
    void what_leaves_the_window_of_the_export_is_not_removed() {
        try (Student student = student()) {
            student.settled();
            int before = student.activeItems().size();
            student.wait(Duration.ofDays(10));
            student.moodle.answer(EXPORT, without("DTSTART:202611"));

            student.look();
            SyncReport report = student.look();

            assertThat(report.changes())
                    .noneMatch(change -> change.about().title().contains("Encuesta de cursada abre"));
            assertThat(student.activeItems().size()).isGreaterThan(before / 2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"weeknow", "monthnow", "custom"})
    void what_lies_outside_another_export_is_not_removed(String time) {
        try (Student student = student()) {
            student.settled();
            student.watchedBy(collector(student.moodle, KEY, time));
            student.moodle.answer(
                    EXPORT, text -> text.replaceFirst("(?s)END:VEVENT.*END:VCALENDAR", "END:VEVENT\r\nEND:VCALENDAR"));

            student.look();
            SyncReport report = student.look();

            assertThat(report.complete()).isTrue();
            assertThat(report.changes()).hasSizeLessThan(3);
        }
    }

    private static UnaryOperator<String> without(String line) {
        return calendar -> {
            StringBuilder kept = new StringBuilder();
            for (String part : calendar.split("(?=BEGIN:VEVENT)", -1)) {
                boolean goes = part.startsWith("BEGIN:VEVENT") && part.contains(line);
                kept.append(
                        goes ? part.substring(part.indexOf("END:VEVENT") + 10).strip() : part);
            }
            return kept.toString();
        };
    }

    @Test
    void an_empty_export_removes_nothing_and_says_so() {
        try (Student student = student()) {
            student.settled();
            student.moodle.answer(EXPORT, calendar -> "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n");

            student.look();
            SyncReport report = student.look();

            assertThat(report.run().outcome()).isEqualTo(Outcome.PARTIAL);
            assertThat(report.run().notLooked())
                    .containsExactly("moodle_calendar: calendar: the export came empty; nothing is taken as removed");
            assertThat(report.changes()).isEmpty();
        }
    }

    @Test
    void a_dead_address_ends_the_look_in_clear_words() {
        try (Student student = student()) {
            student.settled();
            student.watchedBy(collector(student.moodle, "0123456789abcdef", "recentupcoming"));

            SyncReport report = student.look();

            assertThat(report.run().outcome()).isEqualTo(Outcome.LOGIN_REFUSED);
            assertThat(report.refusal().orElseThrow())
                    .startsWith("the calendar's export address is no longer valid (Invalid authentication)")
                    .contains("get a new one on the site");
            assertThat(report.changes()).isEmpty();
        }
    }

    @Test
    void anything_else_than_a_calendar_removes_nothing_and_says_so() {
        for (Failure failure : List.of(
                Failure.loginPage(),
                Failure.truncated(),
                Failure.brokenOff(),
                Failure.dropped(),
                Failure.status(404),
                Failure.status(503))) {
            try (Student student = student()) {
                student.settled();
                student.moodle.fail(EXPORT, failure);

                SyncReport report = student.look();

                assertThat(report.run().outcome()).as("%s", failure).isEqualTo(Outcome.PARTIAL);
                assertThat(report.run().notLooked()).as("%s", failure).hasSize(1);
                assertThat(report.run().notLooked().get(0))
                        .contains("it will be tried again on the next run".substring(3));
                assertThat(report.changes()).as("%s", failure).isEmpty();
                assertThat(student.moodle.requests()).isLessThanOrEqualTo(6);
            }
        }
    }

    @Test
    void its_key_is_shown_and_kept_nowhere() {
        CapturedLogs.forget();
        List<String> left = new ArrayList<>();
        for (Failure failure : List.of(Failure.loginPage(), Failure.dropped(), Failure.status(500))) {
            try (Student student = student()) {
                student.moodle.answer(
                        EXPORT, text -> text.replaceFirst("SUMMARY:", "SUMMARY:" + "authtoken=" + KEY + " "));
                left.add(student.look().toString());
                student.moodle.fail(EXPORT, failure);
                left.add(student.look().toString());
                left.addAll(student.progress);
                student.artifacts.texts().forEach(left::add);
            }
        }
        left.addAll(CapturedLogs.lines());

        assertThat(left).filteredOn(text -> text.contains(KEY)).isEmpty();
        assertThat(CapturedLogs.lines()).anyMatch(line -> line.contains("/calendar/export_execute.php 200"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://campus.example.edu/",
        "https://campus.example.edu/calendar/export_execute.php?userid=3",
        "ftp://campus.example.edu/calendar/export_execute.php?userid=3&authtoken=abcdef",
        "campus.example.edu/calendar/export_execute.php?userid=3&authtoken=abcdef",
        "https://julia@campus.example.edu/calendar/export_execute.php?userid=3&authtoken=abcdef"
    })
    void an_address_that_is_none_is_refused_without_being_shown(String address) {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> MoodleCalendar.at(address, ZONE))
                .withMessageStartingWith("the calendar's export address must read like")
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("abcdef"));
    }

    @Test
    void an_address_for_calendar_programs_will_do_as_well() {
        Collector collector = MoodleCalendar.at(
                        " webcal://campus.example.edu/moodle/calendar/export_execute.php?userid=3&authtoken=abcdef\n",
                        ZONE)
                .build();

        assertThat(collector.parts()).extracting(Part::name).containsExactly("moodle_calendar");
    }
}
