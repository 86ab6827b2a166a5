package dev.unitracker.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.Account;
import dev.unitracker.Accounts;
import dev.unitracker.Board;
import dev.unitracker.Classroom;
import dev.unitracker.Tracker;
import dev.unitracker.error.SettingsException;
import dev.unitracker.error.SourceUnavailableException;
import dev.unitracker.memory.InMemoryArtifactStore;
import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.report.Forgotten;
import dev.unitracker.run.Run;
import dev.unitracker.spi.Collector;
import dev.unitracker.spi.Look;
import dev.unitracker.spi.Sink;
import dev.unitracker.testkit.RecordingNotifier;
import dev.unitracker.testkit.TestClock;
import dev.unitracker.words.Language;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ForgettingTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SEASON = Duration.ofDays(60);

    private final TestClock clock = new TestClock(Classroom.START);
    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryArtifactStore artifacts = new InMemoryArtifactStore(clock);
    private final Board board = new Board();
    private final AtomicBoolean away = new AtomicBoolean();
    private final RecordingNotifier chat = new RecordingNotifier();
    private final Tracker tracker = Tracker.of(
                    Accounts.in(store).create("me", ZoneId.of("America/Argentina/Buenos_Aires"), Language.ENGLISH))
            .artifacts(artifacts)
            .collector(new Away())
            .notifier(chat)
            .dailyDigestAt(7)
            .clock(clock)
            .build();
    private final Account account = tracker.account();

    /** The board, which is sometimes out of order. */
    private final class Away implements Collector {
        @Override
        public String name() {
            return board.name();
        }

        @Override
        public void collect(Look look, Sink sink) {
            if (away.get()) {
                throw new SourceUnavailableException("the board is away");
            }
            board.collect(look, sink);
        }
    }

    private void looks(int times) {
        for (int time = 0; time < times; time++) {
            tracker.sync();
            clock.advance(HOUR);
        }
    }

    private void prune() {
        Retention.of(store, artifacts).clock(clock).build().olderThan(SEASON);
    }

    @Test
    void runs_stay_as_long_as_they_can_be_replayed() {
        board.shows("a");
        looks(300);
        clock.advance(SEASON);
        looks(1);

        assertThat(account.forget(SEASON).runs()).isZero();
        assertThat(tracker.replay().equal()).isTrue();

        prune();

        assertThat(account.forget(SEASON).runs()).isEqualTo(101);
        assertThat(account.runs(1000)).hasSize(200);
        assertThat(account.forget(SEASON)).isEqualTo(new Forgotten(0, 0, 0));
    }

    @Test
    void looks_go_on_as_if_nothing_had_been_forgotten() {
        board.shows("a");
        looks(300);
        clock.advance(SEASON);
        prune();
        account.forget(SEASON);
        Run before = account.runs(1).get(0);

        Run after = tracker.sync().run();

        assertThat(after.name()).isGreaterThan(before.name());
        assertThat(after.outcome()).isEqualTo(Run.Outcome.COMPLETE);
        assertThat(account.items()).hasSize(1);
    }

    @Test
    void nothing_is_told_again() {
        board.shows("a");
        looks(50);
        board.shows("a", "b");
        looks(50);
        clock.advance(SEASON.plusDays(40));
        looks(1);
        prune();
        int told = chat.sent().size();

        Forgotten forgotten = account.forget(SEASON);
        tracker.dispatch();
        looks(1);

        assertThat(forgotten.deliveries()).isPositive();
        assertThat(chat.sent()).hasSize(told);
    }

    @Test
    void that_nothing_was_read_for_long_is_told_once_however_long_it_lasts() {
        board.shows("a");
        looks(1);
        away.set(true);
        looks(400);
        clock.advance(SEASON);
        looks(2);
        prune();
        List<String> told = chat.headlines();

        account.forget(SEASON);
        tracker.dispatch();

        assertThat(chat.headlines()).isEqualTo(told);
        assertThat(account.health()).isNotNull();
        away.set(false);
        assertThat(tracker.sync().complete()).isTrue();
    }

    @Test
    void what_is_young_is_not_forgotten() {
        assertThatThrownBy(() -> account.forget(SEASON.minusSeconds(1)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("history is kept for 60 days at least");
    }
}
