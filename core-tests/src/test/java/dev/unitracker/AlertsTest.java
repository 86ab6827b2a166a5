package dev.unitracker;

import static dev.unitracker.Classroom.CONTENTS;
import static dev.unitracker.Classroom.COURSE;
import static dev.unitracker.Classroom.module;
import static dev.unitracker.Classroom.notLooked;
import static dev.unitracker.Classroom.partly;
import static dev.unitracker.Classroom.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.error.LoginRefusedException;
import dev.unitracker.error.NotDeliveredException;
import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.model.DateRule;
import dev.unitracker.model.Field;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemType;
import dev.unitracker.notice.AlertSettings;
import dev.unitracker.notice.Delivery;
import dev.unitracker.notice.Delivery.State;
import dev.unitracker.notice.QuietHours;
import dev.unitracker.report.DispatchReport;
import dev.unitracker.report.SyncReport;
import dev.unitracker.run.Level;
import dev.unitracker.run.Missed;
import dev.unitracker.run.PartOutcome;
import dev.unitracker.run.Run;
import dev.unitracker.spi.RunAnswers;
import dev.unitracker.spi.Sighting;
import dev.unitracker.testkit.FakeCollector;
import dev.unitracker.testkit.RecordingNotifier;
import dev.unitracker.testkit.TestClock;
import dev.unitracker.words.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One student's alerts, from the look that saw a change to the last word about it. */
class AlertsTest {

    private static final ZoneId ZONE = ZoneId.of("America/Argentina/Buenos_Aires");
    private static final ItemId ITEM = new ItemId("default", "source", "module:1");
    private static final Instant DUE = Classroom.START.plus(Duration.ofDays(20));
    private static final String COURSES = "moodle_courses/courses";
    private static final String TOLD = "Deadline moved: Activity 1 (course:2)";
    private static final String AGAIN = TOLD + " (in case you missed it)";

    private final TestClock clock = new TestClock(Classroom.START);
    private final InMemoryStore store = new InMemoryStore();
    private final FakeCollector source = new FakeCollector("source");
    private final RecordingNotifier listener = new RecordingNotifier("chat");
    private final List<Sighting> notices = new ArrayList<>();
    private Tracker tracker = tracker(AlertSettings.in(ZONE));

    @BeforeEach
    void a_deadline_is_known() {
        look(DUE);
        listener.forget();
    }

    @Test
    void a_quiet_look_and_a_quiet_minute_plan_nothing() {
        int before = tracker.account().deliveries(100).size();

        look(DUE);
        tracker.dispatch();

        assertThat(tracker.account().deliveries(100)).hasSize(before);
        assertThat(listener.headlines()).isEmpty();
    }

    @Test
    void nine_that_moved_by_the_same_are_one_message_until_it_is_acknowledged() {
        source.showsOnly(seen(CONTENTS, nine(DUE)));
        tracker.syncFully();
        listener.forget();
        source.showsOnly(seen(CONTENTS, nine(DUE.plus(Duration.ofDays(7)))));
        SyncReport moved = tracker.syncFully();
        clock.advance(Duration.ofHours(12));
        tracker.dispatch();

        boolean known = tracker.account().acknowledge(moved.news().get(8).number());
        clock.advance(Duration.ofDays(1));
        tracker.dispatch();

        assertThat(known).isTrue();
        assertThat(listener.headlines())
                .containsExactly(
                        "9 deadlines moved by +7 days (course:2)",
                        "9 deadlines moved by +7 days (course:2) (in case you missed it)");
    }

    @Test
    void a_storm_of_what_belongs_to_no_course_keeps_nobody_waiting() {
        source.showsOnly(seen(CONTENTS, due(DUE)), seen("moodle_calendar/calendar", events(0, 0)));
        tracker.syncFully();
        listener.forget();
        source.showsOnly(seen(CONTENTS, due(DUE)), seen("moodle_calendar/calendar", events(1, 12)));

        tracker.syncFully();

        assertThat(listener.headlines()).containsExactly("12 new items");
    }

    @Test
    void what_is_acknowledged_while_it_is_on_its_way_is_not_repeated() {
        listener.before(() -> tracker.account().acknowledge(latestChange()));

        look(DUE.plusSeconds(60));
        clock.advance(Duration.ofDays(2));
        tracker.dispatch();

        assertThat(listener.headlines()).containsExactly(TOLD);
    }

    @Test
    void what_is_acknowledged_while_it_seems_to_fail_is_not_sent_again() {
        listener.before(() -> {
            tracker.account().acknowledge(latestChange());
            throw new IllegalStateException("arrived, but the answer was lost");
        });
        look(DUE.plusSeconds(60));
        listener.before(() -> {});

        clock.advance(Duration.ofHours(1));
        DispatchReport report = tracker.dispatch();

        assertThat(listener.headlines()).isEmpty();
        assertThat(report.skipped()).isEqualTo(1);
        assertThat(alerts())
                .singleElement()
                .satisfies(delivery -> assertThat(delivery.detail()).isEqualTo("acknowledged"));
    }

    @Test
    void what_is_put_off_after_it_was_acknowledged_is_told_a_day_later() {
        look(DUE.plusSeconds(60));
        tracker.account().acknowledge(latestChange());

        boolean waits = tracker.account().snooze(ITEM, Duration.ofDays(1));
        clock.advance(Duration.ofDays(1));
        tracker.dispatch();
        clock.advance(Duration.ofDays(1));
        tracker.dispatch();

        assertThat(waits).isTrue();
        assertThat(listener.headlines()).containsExactly(TOLD, AGAIN);
    }

    @Test
    void acknowledging_no_change_touches_no_reminder() {
        look(clock.instant().plus(Duration.ofHours(30)));
        int pending = pending();

        assertThat(tracker.account().acknowledge(0)).isFalse();

        assertThat(pending()).isEqualTo(pending).isPositive();
    }

    @Test
    void who_comes_back_late_leaves_what_another_one_sent_as_it_is() {
        Tracker other = tracker(AlertSettings.in(ZONE));
        listener.before(() -> {
            listener.before(() -> {});
            clock.advance(Duration.ofMinutes(6));
            other.dispatch();
            throw new IllegalStateException("hung for minutes, then failed");
        });

        look(DUE.plusSeconds(60));
        clock.advance(Duration.ofHours(1));
        tracker.dispatch();

        assertThat(listener.headlines()).containsExactly(TOLD);
        assertThat(alerts()).extracting(Delivery::state).contains(State.SENT);
    }

    @Test
    void an_alert_that_nobody_could_send_for_weeks_is_still_tried_more_than_once() {
        listener.fails(new IllegalStateException("no network"));
        look(DUE.plusSeconds(60));
        clock.advance(Duration.ofDays(8));
        tracker.dispatch();
        listener.recovers();

        clock.advance(Duration.ofHours(1));
        tracker.dispatch();

        assertThat(listener.headlines()).contains(TOLD);
    }

    @Test
    void an_alert_that_fails_for_a_week_ends_as_failed() {
        listener.fails(NotDeliveredException.forNow("no network", null));
        look(DUE.plusSeconds(60));

        for (int hour = 0; hour < 8 * 24; hour++) {
            clock.advance(Duration.ofHours(1));
            tracker.dispatch();
        }

        assertThat(alerts()).singleElement().satisfies(delivery -> {
            assertThat(delivery.state()).isEqualTo(State.FAILED);
            assertThat(delivery.detail()).isEqualTo("no network");
        });
    }

    @Test
    void what_is_in_no_course_of_the_students_any_more_is_not_repeated() {
        source.showsOnly(seen(COURSES, course()), seen(CONTENTS, due(DUE)));
        tracker.syncFully();
        source.showsOnly(seen(COURSES, course()), seen(CONTENTS, due(DUE.plusSeconds(60))));
        tracker.syncFully();
        listener.forget();
        for (int look = 0; look < 2; look++) {
            source.showsOnly(seen(COURSES), notLooked(CONTENTS));
            tracker.syncFully();
        }

        clock.advance(Duration.ofHours(13));
        tracker.dispatch();

        assertThat(listener.headlines()).doesNotContain(AGAIN);
    }

    @Test
    void what_was_deleted_since_is_told_no_more() {
        source.showsOnly(seen(CONTENTS, due(DUE), module(2).build(), module(3).build()));
        tracker.syncFully();
        listener.fails(new IllegalStateException("no network"));
        source.showsOnly(seen(
                CONTENTS, due(DUE.plusSeconds(60)), module(2).build(), module(3).build()));
        tracker.syncFully();
        listener.recovers();
        for (int look = 0; look < 2; look++) {
            source.showsOnly(seen(CONTENTS, module(2).build(), module(3).build()));
            tracker.syncFully();
        }
        clock.advance(Duration.ofHours(1));

        tracker.dispatch();

        assertThat(listener.headlines()).isEmpty();
        assertThat(alerts()).extracting(Delivery::detail).contains("no longer there");
    }

    @Test
    void a_grade_that_comes_later_does_not_silence_an_alert_that_nobody_acknowledged() {
        look(DUE.plusSeconds(60));
        source.showsOnly(seen(
                CONTENTS,
                module(1)
                        .due(DUE.plusSeconds(60), DateRule.ACTIVITY)
                        .state(Field.GRADE, "9")
                        .build()));
        tracker.syncFully();

        clock.advance(Duration.ofHours(12));
        tracker.dispatch();

        assertThat(listener.headlines()).hasSize(3).startsWith(TOLD).endsWith(AGAIN);
    }

    @Test
    void what_changed_again_since_is_repeated_in_its_latest_state_only() {
        look(DUE.plusSeconds(60));
        clock.advance(Duration.ofHours(1));
        look(DUE.plusSeconds(120));

        clock.advance(Duration.ofHours(11));
        tracker.dispatch();
        List<String> afterTwelveHours = List.copyOf(listener.headlines());
        clock.advance(Duration.ofHours(1));
        tracker.dispatch();

        assertThat(afterTwelveHours).containsExactly(TOLD, TOLD);
        assertThat(listener.headlines()).containsExactly(TOLD, TOLD, AGAIN);
        assertThat(alerts()).extracting(Delivery::detail).contains("the item changed again since");
    }

    @Test
    void a_storm_of_what_was_completed_since_is_not_repeated() {
        source.showsOnly(seen(CONTENTS, nine(DUE)));
        tracker.syncFully();
        source.showsOnly(seen(CONTENTS, nine(DUE.plus(Duration.ofDays(7)))));
        tracker.syncFully();
        for (int number = 1; number <= 9; number++) {
            tracker.account().markDone(new ItemId("default", "source", "module:" + number));
        }
        listener.forget();

        clock.advance(Duration.ofHours(12));
        tracker.dispatch();

        assertThat(listener.headlines()).isEmpty();
    }

    @Test
    void quiet_hours_put_off_alerts_and_repeats_and_a_deadline_within_them_breaks_through() {
        // 2 March 2026, nine in the morning.
        tracker = tracker(AlertSettings.in(ZONE).quiet(QuietHours.parse("22:00-07:00", ZONE)));
        clock.advance(Duration.ofHours(14));
        look(DUE.plusSeconds(60));
        List<String> atNight = List.copyOf(listener.headlines());
        look(clock.instant().plus(Duration.ofHours(5)));
        List<String> urgent = List.copyOf(listener.headlines());
        look(DUE.plusSeconds(120));
        clock.advance(Duration.ofMinutes(479));
        tracker.dispatch();
        int justBefore = listener.headlines().size();
        clock.advance(Duration.ofMinutes(1));

        tracker.dispatch();

        assertThat(atNight).isEmpty();
        assertThat(urgent).containsExactly(TOLD);
        assertThat(justBefore).isEqualTo(1);
        assertThat(listener.headlines()).hasSize(3).containsOnly(TOLD);
    }

    @Test
    void what_takes_place_before_quiet_hours_are_over_is_told_in_them() {
        // 2 March 2026, half past ten in the evening.
        tracker = tracker(AlertSettings.in(ZONE).quiet(QuietHours.parse("22:00-08:00", ZONE)));
        clock.set(Instant.parse("2026-03-03T01:30:00Z"));

        notice("Cambio de aula", "El parcial del 03/03/2026 a las 7:30 hs se toma en el aula 12.");
        notice("Cambio de aula", "El parcial del 03/03/2026 a las 8:30 hs se toma en el aula 12.");
        List<String> atNight = List.copyOf(listener.headlines());
        clock.set(Instant.parse("2026-03-03T11:00:00Z"));
        tracker.dispatch();

        assertThat(atNight).hasSize(1);
        assertThat(listener.headlines()).hasSize(2);
    }

    private void notice(String title, String text) {
        notices.add(Sighting.of("discussion:" + (notices.size() + 1), ItemType.ANNOUNCEMENT)
                .course(COURSE)
                .title(title)
                .body(text)
                .build());
        List<Sighting> all = new ArrayList<>(notices);
        all.add(due(DUE));
        source.showsOnly(seen(CONTENTS, all));
        tracker.syncFully();
    }

    @Test
    void a_silence_is_told_once_however_often_it_was_tried_in_vain() {
        tracker =
                builder(AlertSettings.in(ZONE)).staleAfter(Duration.ofHours(6)).build();
        source.showsOnly(notLooked(CONTENTS));

        for (int minute = 0; minute < 12 * 60; minute += 5) {
            clock.advance(Duration.ofMinutes(5));
            tracker.sync();
        }

        assertThat(listener.headlines())
                .containsExactly(
                        "The site could not be read for more than 6 h: there may be news that you were not told of.");
    }

    @Test
    void a_collector_that_keeps_no_answers_and_never_sees_all_has_read_all_the_same() {
        tracker =
                builder(AlertSettings.in(ZONE)).staleAfter(Duration.ofHours(6)).build();
        source.showsOnly(partly(CONTENTS, due(DUE)));

        for (int hour = 0; hour < 12; hour++) {
            clock.advance(Duration.ofHours(1));
            tracker.sync();
        }

        assertThat(listener.headlines()).isEmpty();
        // 2 March 2026, nine in the evening.
        assertThat(tracker.account().digest(Duration.ofHours(1)).text()).contains("looked at Mon 2 Mar 21:00");
    }

    @Test
    void a_silence_of_ten_thousand_looks_begins_where_something_was_read_last() {
        for (int look = 0; look < 3; look++) {
            look(DUE);
        }
        String read = tracker.account().runs(1).get(0).name();
        source.showsOnly(notLooked(CONTENTS));
        tracker.sync();
        store.inTransaction("default", session -> {
            for (int number = 6; number <= 10_005; number++) {
                session.runs().add(failed(number, clock.instant()));
            }
            return read;
        });
        tracker =
                builder(AlertSettings.in(ZONE)).staleAfter(Duration.ofHours(6)).build();
        clock.advance(Duration.ofHours(7));

        tracker.dispatch();

        assertThat(read).isEqualTo("000000004");
        assertThat(listener.sent()).anyMatch(message -> message.key().contains("stale/000000004"));
    }

    private static RunAnswers failed(int number, Instant at) {
        Missed reason = Missed.of(Missed.Code.UNAVAILABLE, "no network");
        return RunAnswers.none(new Run(
                String.format(Locale.ROOT, "%09d", number),
                false,
                false,
                at,
                at,
                Run.Outcome.PARTIAL,
                List.of(new PartOutcome("source", Level.NOT_LOOKED, List.of(reason))),
                1,
                0));
    }

    @Test
    void a_machine_that_wakes_up_before_its_network_does_is_no_reason_for_an_alarm() {
        tracker =
                builder(AlertSettings.in(ZONE)).staleAfter(Duration.ofHours(6)).build();
        clock.advance(Duration.ofHours(9));
        source.showsOnly(notLooked(CONTENTS));
        tracker.sync();
        clock.advance(Duration.ofMinutes(20));
        tracker.sync();
        List<String> early = List.copyOf(listener.headlines());

        clock.advance(Duration.ofMinutes(20));
        tracker.sync();

        assertThat(early).isEmpty();
        assertThat(listener.headlines()).singleElement().asString().startsWith("The site could not be read");
    }

    @Test
    void who_looks_at_once_after_a_long_sleep_hears_nothing_of_it() {
        tracker =
                builder(AlertSettings.in(ZONE)).staleAfter(Duration.ofHours(6)).build();
        clock.advance(Duration.ofHours(9));

        look(DUE);

        assertThat(listener.headlines()).isEmpty();
    }

    @Test
    void a_silence_from_the_beginning_is_told_too() {
        InMemoryStore fresh = new InMemoryStore();
        tracker = builder(fresh, AlertSettings.in(ZONE))
                .staleAfter(Duration.ofHours(6))
                .build();
        source.showsOnly(notLooked(CONTENTS));

        for (int hour = 0; hour < 9; hour++) {
            tracker.sync();
            clock.advance(Duration.ofHours(1));
        }

        assertThat(listener.headlines()).singleElement().asString().contains("could not be read for more than 6 h");
    }

    @Test
    void a_silence_of_the_night_that_is_over_is_not_told_in_the_morning() {
        // 2 March 2026, nine in the morning.
        tracker = builder(AlertSettings.in(ZONE).quiet(QuietHours.parse("22:00-07:00", ZONE)))
                .staleAfter(Duration.ofHours(6))
                .build();
        clock.advance(Duration.ofHours(8));
        look(DUE);
        source.showsOnly(notLooked(CONTENTS));
        for (int hour = 0; hour < 7; hour++) {
            clock.advance(Duration.ofHours(1));
            tracker.sync();
        }
        look(DUE);

        clock.advance(Duration.ofHours(8));
        look(DUE);

        assertThat(listener.headlines()).isEmpty();
        assertThat(tracker.account().deliveries(100))
                .extracting(Delivery::detail)
                .contains("the site was read again");
    }

    @Test
    void a_refused_login_is_told_once_though_the_site_is_away_in_between_and_with_the_sites_own_words() {
        for (int time = 0; time < 3; time++) {
            source.showsOnly().then(look -> {
                throw new LoginRefusedException("the site does not take the password");
            });
            tracker.sync();
            clock.advance(Duration.ofMinutes(20));
            source.showsOnly(notLooked(CONTENTS)).then(look -> {});
            tracker.sync();
            clock.advance(Duration.ofMinutes(20));
        }

        assertThat(listener.sent().stream().filter(message -> message.key().contains("login/")))
                .hasSize(1);
    }

    private SyncReport look(Instant due) {
        source.showsOnly(seen(CONTENTS, due(due)));
        return tracker.syncFully();
    }

    private long latestChange() {
        return store.inTransaction("default", session -> session.ledger().last());
    }

    private List<Delivery> alerts() {
        return tracker.account().deliveries(100).stream()
                .filter(delivery ->
                        delivery.notice().item().filter(ITEM::equals).isPresent())
                .filter(delivery -> !delivery.notice().changes().isEmpty())
                .toList();
    }

    private int pending() {
        return (int) tracker.account().deliveries(100).stream()
                .filter(delivery -> delivery.state() == State.PENDING)
                .count();
    }

    private static Sighting due(Instant due) {
        return module(1).due(due, DateRule.ACTIVITY).build();
    }

    private static Sighting course() {
        return Sighting.of(COURSE, ItemType.COURSE)
                .course(COURSE)
                .title("Algebra")
                .build();
    }

    private static List<Sighting> nine(Instant due) {
        return IntStream.rangeClosed(1, 9)
                .mapToObj(number -> module(number).due(due, DateRule.ACTIVITY).build())
                .toList();
    }

    private static List<Sighting> events(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> Sighting.of("event:" + number, ItemType.CALENDAR_EVENT)
                        .title("Parcial " + number)
                        .build())
                .toList();
    }

    private Tracker tracker(AlertSettings settings) {
        return builder(settings).build();
    }

    private TrackerBuilder builder(AlertSettings settings) {
        return builder(store, settings);
    }

    private TrackerBuilder builder(InMemoryStore remembers, AlertSettings settings) {
        return Tracker.of(remembers, ZONE, Language.ENGLISH)
                .clock(clock)
                .alerts(settings)
                .staleAfter(Duration.ofDays(365))
                .collectors(List.of(source))
                .notifier(listener);
    }
}
