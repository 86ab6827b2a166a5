package dev.unitracker.testkit;

import static dev.unitracker.testkit.Example.COURSE;
import static dev.unitracker.testkit.Example.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.Accounts;
import dev.unitracker.Tracker;
import dev.unitracker.error.SourceUnavailableException;
import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.model.DateRule;
import dev.unitracker.model.Evidence;
import dev.unitracker.model.ItemType;
import dev.unitracker.notice.Message;
import dev.unitracker.report.SyncReport;
import dev.unitracker.run.Level;
import dev.unitracker.run.Part;
import dev.unitracker.run.PartOutcome;
import dev.unitracker.spi.Completeness;
import dev.unitracker.spi.Look;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import dev.unitracker.words.Language;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Shows that a tracker can be tried out with what the test kit has. */
class FakesTest {

    private static final Sighting LINEAR_ALGEBRA =
            Sighting.of(COURSE, ItemType.COURSE).course(COURSE).title("Álgebra").build();

    private static final Sighting DUE_TOMORROW = Sighting.of("module:1", ItemType.ASSIGNMENT)
            .course(COURSE)
            .title("Essay")
            .due(NOON.plus(Duration.ofDays(1)), DateRule.ACTIVITY)
            .build();

    private final FakeCollector collector = new FakeCollector("example").shows("contents", LINEAR_ALGEBRA);
    private final RecordingNotifier notifier = new RecordingNotifier();
    private final TestClock clock = new TestClock();
    private final Tracker tracker = Tracker.of(
                    Accounts.in(new InMemoryStore()).create(Example.ACCOUNT, ZoneOffset.UTC, Language.ENGLISH))
            .collectors(List.of(collector))
            .notifier(notifier)
            .clock(clock)
            .build();

    @Test
    void what_is_shown_after_the_first_look_is_told() {
        tracker.sync();
        collector.shows("contents", LINEAR_ALGEBRA, DUE_TOMORROW);
        clock.advance(Duration.ofMinutes(20));

        tracker.sync();

        assertThat(notifier.texts())
                .containsExactly(
                        "Watching 1 course: 1 item noted silently. You will hear of what changes from now on.",
                        "New: Essay (Álgebra)\n  due: Tue 3 Mar 2026 12:00");
        assertThat(collector.requests()).extracting(Look.Request::full).containsExactly(true, false);
    }

    @Test
    void what_a_notifier_did_not_take_is_offered_again() {
        tracker.sync();
        collector.shows("contents", LINEAR_ALGEBRA, DUE_TOMORROW);
        notifier.fails(new IllegalStateException("on purpose"));
        tracker.sync();

        notifier.recovers();
        clock.advance(Duration.ofMinutes(20));
        tracker.sync();

        assertThat(notifier.sent())
                .extracting(Message::about)
                .last()
                .extracting(about -> about == null ? "" : about.item().key())
                .isEqualTo("module:1");
    }

    @Test
    void a_notifier_tells_the_headlines_with_their_recipients_until_it_forgets_them() {
        RecordingNotifier chats =
                new RecordingNotifier("chats", "ana", "luis").before(() -> clock.advance(Duration.ofHours(1)));
        chats.send(NotifierContract.saying("first"), "ana");
        chats.send(NotifierContract.saying("second"), "luis");
        List<String> headlines = chats.headlines();

        chats.forget();

        assertThat(headlines).containsExactly("ana: first", "luis: second");
        assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofHours(2)));
        assertThat(chats.headlines()).isEmpty();
        assertThat(chats.sentTo("ana")).isEmpty();
    }

    @Test
    void what_is_to_be_done_before_a_message_may_fail() {
        notifier.before(() -> {
            throw new IllegalStateException("on purpose");
        });

        assertThatThrownBy(() -> notifier.send(NotifierContract.saying("lost?"), ""))
                .hasMessage("on purpose");

        assertThat(notifier.sent()).isEmpty();
    }

    @Test
    void a_collector_that_fails_makes_the_look_incomplete() {
        collector.fails(new SourceUnavailableException("on purpose"));

        SyncReport failed = tracker.sync();
        SyncReport well = recovered();

        assertThat(failed.complete()).isFalse();
        assertThat(well.complete()).isTrue();
    }

    @Test
    void a_collector_shows_only_what_it_was_shown_last_and_has_had_the_parts_of_all() {
        Observation grades = seen("grades");
        Observation forums = seen("forums");
        List<Set<String>> asked = new ArrayList<>();
        collector
                .showsOnly(grades, forums)
                .then(look -> asked.add(look.request().parts()));

        tracker.sync();
        collector.showsOnly(forums).then(look -> {
            throw new SourceUnavailableException("on purpose");
        });
        SyncReport one = tracker.sync();

        assertThat(collector.parts()).extracting(Part::name).containsExactly("example", "forums", "grades");
        assertThat(asked).containsExactly(Set.of("example", "forums", "grades"));
        assertThat(one.run().parts())
                .filteredOn(part -> part.level() != Level.NOT_LOOKED)
                .extracting(PartOutcome::part)
                .containsExactly("forums");
    }

    @Test
    void a_collector_has_the_parts_that_it_is_given_or_one_named_as_itself() {
        FakeCollector given = new FakeCollector("campus", "grades", "forums").shows("all", DUE_TOMORROW);

        assertThat(given.parts()).extracting(Part::name).containsExactly("grades", "forums");
        assertThat(new FakeCollector("campus").parts()).extracting(Part::name).containsExactly("campus");
    }

    private static Observation seen(String part) {
        return new Observation(
                new Scope(part, "all"),
                Completeness.witnessed("a count"),
                List.of(),
                Set.of(),
                new Evidence(part, "fake_all", null));
    }

    private SyncReport recovered() {
        collector.recovers();
        return tracker.sync();
    }
}
