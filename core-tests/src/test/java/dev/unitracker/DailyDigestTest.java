package dev.unitracker;

import static dev.unitracker.Classroom.CONTENTS;
import static dev.unitracker.Classroom.module;
import static dev.unitracker.Classroom.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.error.StoreException;
import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.model.DateRule;
import dev.unitracker.notice.AlertSettings;
import dev.unitracker.notice.Message;
import dev.unitracker.notice.NoticeKind;
import dev.unitracker.notice.QuietHours;
import dev.unitracker.run.Run;
import dev.unitracker.spi.Notifier;
import dev.unitracker.spi.Sighting;
import dev.unitracker.spi.Store;
import dev.unitracker.testkit.FakeCollector;
import dev.unitracker.testkit.RecordingNotifier;
import dev.unitracker.testkit.TestClock;
import dev.unitracker.words.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The digest of each day: what happens between two of them is in one of them. */
class DailyDigestTest {

    private static final ZoneId ZONE = ZoneId.of("America/Argentina/Buenos_Aires");

    private final TestClock clock = new TestClock(local("2026-03-01T08:00"));
    private final InMemoryStore store = new InMemoryStore();
    private final FakeCollector source = new FakeCollector("source");
    private final Reader ana = new Reader("ana");
    private final Reader juan = new Reader("juan");
    private Tracker tracker = tracker(AlertSettings.in(ZONE));

    @BeforeEach
    void both_got_the_digest_of_sunday() {
        lookAt("2026-03-01T08:00", 0);
        ana.digests.clear();
        juan.digests.clear();
    }

    @Test
    void what_happens_before_a_late_digest_is_in_it() {
        lookAt("2026-03-02T07:00", 0);
        lookAt("2026-03-02T08:15", 1);
        lookAt("2026-03-03T09:30", 1);

        assertThat(ana.digests).hasSize(2);
        assertThat(ana.digests.get(0)).doesNotContain("Activity 1: deadline moved");
        assertThat(ana.digests.get(1)).contains("Activity 1: deadline moved");
    }

    @Test
    void what_a_digest_told_is_not_told_by_the_next() {
        lookAt("2026-03-02T06:30", 1);
        lookAt("2026-03-02T07:00", 1);
        lookAt("2026-03-03T07:00", 1);

        assertThat(ana.digests.get(0)).contains("Activity 1: deadline moved");
        assertThat(ana.digests.get(1)).doesNotContain("Activity 1: deadline moved");
    }

    @Test
    void a_digest_that_did_not_arrive_leaves_its_time_to_the_next_and_only_for_who_missed_it() {
        juan.failure = new IllegalStateException("no network");
        lookAt("2026-03-01T20:00", 1);
        lookAt("2026-03-02T07:00", 1);
        juan.failure = null;

        lookAt("2026-03-03T07:00", 1);

        assertThat(juan.digests).singleElement().asString().contains("Activity 1: deadline moved");
        assertThat(ana.digests).hasSize(2);
        assertThat(ana.digests.get(0)).contains("Activity 1: deadline moved");
        assertThat(ana.digests.get(1)).doesNotContain("Activity 1: deadline moved");
    }

    @Test
    void a_digest_that_a_channel_took_late_may_tell_what_was_when_it_was_written_first() {
        juan.failure = new IllegalStateException("no network");
        lookAt("2026-03-02T07:00", 0);
        lookAt("2026-03-02T08:00", 1);
        juan.failure = null;
        lookAt("2026-03-02T12:00", 1);

        lookAt("2026-03-03T07:00", 1);

        assertThat(juan.digests).hasSize(2);
        assertThat(juan.digests.get(1)).contains("Activity 1: deadline moved");
    }

    @Test
    void what_is_told_when_quiet_hours_are_over_is_told_up_to_then() {
        tracker = tracker(AlertSettings.in(ZONE).quiet(QuietHours.parse("22:00-09:00", ZONE)));
        lookAt("2026-03-02T07:00", 0);
        lookAt("2026-03-02T08:00", 1);
        lookAt("2026-03-02T09:00", 1);
        lookAt("2026-03-03T07:00", 1);
        lookAt("2026-03-03T09:00", 1);

        assertThat(ana.digests).hasSize(2);
        assertThat(ana.digests.get(0)).contains("Activity 1: deadline moved");
        assertThat(ana.digests.get(1)).doesNotContain("Activity 1: deadline moved");
    }

    @Test
    void a_digest_of_an_evening_that_is_quiet_already_comes_in_the_morning_each_day() {
        tracker = builder(store, AlertSettings.in(ZONE).quiet(QuietHours.parse("22:00-07:00", ZONE)))
                .notifier(ana)
                .dailyDigestAt(22)
                .build();
        lookAt("2026-03-02T22:10", 1);
        lookAt("2026-03-03T06:50", 1);
        List<String> atNight = List.copyOf(ana.digests);
        lookAt("2026-03-03T07:00", 1);
        lookAt("2026-03-03T22:10", 2);
        lookAt("2026-03-04T07:00", 2);

        assertThat(atNight).isEmpty();
        assertThat(ana.digests).hasSize(2);
        assertThat(ana.digests.get(0)).contains("Activity 1: deadline moved");
        assertThat(ana.digests.get(1))
                .contains("Activity 2: deadline moved")
                .doesNotContain("Activity 1: deadline moved");
    }

    @Test
    void one_that_could_be_made_only_at_night_leaves_its_time_to_that_of_the_morning() {
        tracker = tracker(AlertSettings.in(ZONE).quiet(QuietHours.parse("22:00-07:00", ZONE)));
        lookAt("2026-03-02T23:00", 1);

        lookAt("2026-03-03T07:00", 1);

        assertThat(ana.digests).singleElement().asString().contains("Activity 1: deadline moved");
    }

    @Test
    void what_a_look_writes_that_is_under_way_when_the_digest_is_made_is_in_the_next() {
        lookAt("2026-03-02T06:00", 0);
        clock.set(local("2026-03-02T06:59:30"));
        source.showsOnly(seen(CONTENTS, activities(1))).then(look -> digestIsMade("2026-03-02T07:00:20"));
        tracker.syncFully();
        source.then(look -> {});
        lookAt("2026-03-02T07:30", 1);

        lookAt("2026-03-03T07:00", 1);

        assertThat(ana.digests).hasSize(2);
        assertThat(ana.digests.get(0)).doesNotContain("Activity 1: deadline moved");
        assertThat(ana.digests.get(1)).contains("Activity 1: deadline moved");
    }

    @Test
    void so_is_what_it_wrote_if_it_broke_off_after_that() {
        lookAt("2026-03-02T06:00", 0);
        clock.set(local("2026-03-02T06:59:30"));
        MortalStore mortal = new MortalStore(store);
        long before = written();
        mortal.betweenTransactions = () -> {
            if (written() > before) {
                mortal.diesAt(1, MortalStore.When.BEFORE_THE_COMMIT);
            }
        };
        source.showsOnly(seen(CONTENTS, activities(1))).then(look -> digestIsMade("2026-03-02T07:00:20"));
        assertThatThrownBy(() -> builder(mortal, AlertSettings.in(ZONE)).build().syncFully())
                .isInstanceOf(StoreException.class);
        source.then(look -> {});
        lookAt("2026-03-02T08:00", 1);

        lookAt("2026-03-03T07:00", 1);

        assertThat(tracker.account().runs(9)).extracting(Run::outcome).contains(Run.Outcome.BROKEN_OFF);
        assertThat(ana.digests).hasSize(2);
        assertThat(ana.digests.get(1)).contains("Activity 1: deadline moved");
    }

    private long written() {
        return store.inTransaction("default", session -> session.ledger().last());
    }

    private void digestIsMade(String over) {
        clock.set(local("2026-03-02T07:00"));
        tracker(AlertSettings.in(ZONE)).dispatch();
        clock.set(local(over));
    }

    @Test
    void who_was_away_for_long_reads_of_the_last_seven_days() {
        lookAt("2026-03-01T21:00", 1);
        lookAt("2026-03-10T06:00", 2);

        lookAt("2026-03-10T07:00", 2);

        assertThat(ana.digests).singleElement().asString().contains("Activity 2: deadline moved");
        assertThat(ana.digests).singleElement().asString().doesNotContain("Activity 1: deadline moved");
    }

    @Test
    void the_first_digest_tells_of_what_happened_since_its_hour_of_the_day_before() {
        InMemoryStore fresh = new InMemoryStore();
        Tracker silent = builder(fresh, AlertSettings.in(ZONE))
                .notifier(new RecordingNotifier("ana"))
                .build();
        source.showsOnly(seen(CONTENTS, activities(0)));
        clock.set(local("2026-03-02T06:00"));
        silent.sync();
        source.showsOnly(seen(CONTENTS, activities(1)));
        clock.set(local("2026-03-02T06:59"));
        silent.sync();
        source.showsOnly(seen(CONTENTS, activities(2)));
        clock.set(local("2026-03-02T07:01"));
        silent.sync();
        clock.set(local("2026-03-03T09:30"));
        builder(fresh, AlertSettings.in(ZONE))
                .notifier(juan)
                .dailyDigestAt(7)
                .build()
                .dispatch();

        assertThat(juan.digests).singleElement().asString().contains("Activity 2: deadline moved");
        assertThat(juan.digests).singleElement().asString().doesNotContain("Activity 1: deadline moved");
    }

    /** Looks at three activities; the deadlines of the first ones were moved by an hour. */
    private void lookAt(String local, int moved) {
        clock.set(local(local));
        source.showsOnly(seen(CONTENTS, activities(moved)));
        tracker.syncFully();
    }

    private static Sighting[] activities(int moved) {
        Instant due = local("2026-04-20T12:00");
        return IntStream.rangeClosed(1, 3)
                .mapToObj(number -> module(number)
                        .due(number <= moved ? due.plus(Duration.ofHours(1)) : due, DateRule.ACTIVITY)
                        .build())
                .toArray(Sighting[]::new);
    }

    private static Instant local(String text) {
        return LocalDateTime.parse(text).atZone(ZONE).toInstant();
    }

    private Tracker tracker(AlertSettings alerts) {
        return builder(store, alerts)
                .notifier(ana)
                .notifier(juan)
                .dailyDigestAt(7)
                .build();
    }

    private TrackerBuilder builder(Store store, AlertSettings alerts) {
        return Tracker.of(store, ZONE, Language.ENGLISH)
                .clock(clock)
                .alerts(alerts)
                .owner("looking")
                .staleAfter(Duration.ofDays(365))
                .collectors(List.of(source));
    }

    /** Reads digests; fails if it is told to. */
    private static final class Reader implements Notifier {
        final List<String> digests = new ArrayList<>();
        private final String name;

        @Nullable
        RuntimeException failure;

        Reader(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void send(Message message, String recipient) {
            if (message.kind() == NoticeKind.DIGEST && failure != null) {
                throw failure;
            }
            if (message.kind() == NoticeKind.DIGEST) {
                digests.add(message.text());
            }
        }
    }
}
