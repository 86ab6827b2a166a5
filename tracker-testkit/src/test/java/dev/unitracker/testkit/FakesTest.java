package dev.unitracker.testkit;

import static dev.unitracker.testkit.Example.COURSE;
import static dev.unitracker.testkit.Example.NOON;
import static dev.unitracker.testkit.Example.sighting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.SourceUnavailableException;
import dev.unitracker.SyncReport;
import dev.unitracker.Tracker;
import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.ItemType;
import dev.unitracker.spi.Sighting;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Shows that a tracker can be tried out with what the test kit has. */
class FakesTest {

    private static final Sighting LINEAR_ALGEBRA =
            Sighting.of(COURSE, ItemType.COURSE).course(COURSE).title("Álgebra").build();

    private final FakeCollector collector = new FakeCollector("example").shows("contents", LINEAR_ALGEBRA);
    private final RecordingNotifier notifier = new RecordingNotifier();
    private final TestClock clock = new TestClock();
    private final Tracker tracker = Tracker.builder()
            .account(Example.ACCOUNT)
            .store(new InMemoryStore())
            .collectors(List.of(collector))
            .notifier(notifier)
            .clock(clock)
            .zone(ZoneOffset.UTC)
            .build();

    @Test
    void what_is_shown_after_the_first_look_is_told() {
        tracker.sync();
        collector.shows("contents", LINEAR_ALGEBRA, sighting("module:1"));
        clock.advance(Duration.ofMinutes(20));

        tracker.sync();

        assertThat(notifier.told()).extracting(Change::kind).containsExactly(ChangeKind.NEW);
        assertThat(notifier.told()).extracting(Change::seenAt).containsExactly(NOON.plus(Duration.ofMinutes(20)));
        assertThat(collector.runs()).hasSize(2);
    }

    @Test
    void what_a_notifier_did_not_take_is_offered_again() {
        tracker.sync();
        collector.shows("contents", LINEAR_ALGEBRA, sighting("module:1"));
        notifier.fails(new IllegalStateException("on purpose"));
        tracker.sync();

        notifier.recovers();
        tracker.sync();

        assertThat(notifier.told()).extracting(change -> change.item().key()).containsExactly("module:1");
    }

    @Test
    void a_collector_that_fails_makes_the_look_incomplete() {
        collector.fails(new SourceUnavailableException("on purpose"));

        SyncReport failed = tracker.sync();
        SyncReport well = recovered();

        assertThat(failed.complete()).isFalse();
        assertThat(well.complete()).isTrue();
    }

    private SyncReport recovered() {
        collector.recovers();
        return tracker.sync();
    }
}
