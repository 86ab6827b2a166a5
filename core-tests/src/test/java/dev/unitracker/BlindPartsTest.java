package dev.unitracker;

import static dev.unitracker.Classroom.CONTENTS;
import static dev.unitracker.Classroom.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.model.ItemType;
import dev.unitracker.notice.AlertSettings;
import dev.unitracker.notice.QuietHours;
import dev.unitracker.run.Missed;
import dev.unitracker.run.Missed.Code;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import dev.unitracker.testkit.FakeCollector;
import dev.unitracker.testkit.RecordingNotifier;
import dev.unitracker.testkit.TestClock;
import dev.unitracker.words.Language;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A source answers, and nothing is seen of a part all the same: that is told within the hour, once. */
class BlindPartsTest {

    private static final ZoneId ZONE = ZoneId.of("America/Argentina/Buenos_Aires");
    private static final String CALENDAR = "moodle_calendar/calendar";
    private static final Duration TURN = Duration.ofMinutes(20);

    private final TestClock clock = new TestClock(Classroom.START);
    private final InMemoryStore store = new InMemoryStore();
    private final FakeCollector source = new FakeCollector("source");
    private final RecordingNotifier listener = new RecordingNotifier("chat");
    private final Tracker tracker = Tracker.of(store, ZONE, Language.ENGLISH)
            .collector(source)
            .notifier(listener)
            .clock(clock)
            .build();

    @Test
    void a_part_that_is_not_seen_for_an_hour_is_told_once_by_its_name() {
        looksAll(1);
        listener.forget();

        looksBlindly(Code.FAILED, 3);
        List<String> early = List.copyOf(listener.headlines());
        looksBlindly(Code.FAILED, 30);

        assertThat(early).isEmpty();
        assertThat(listener.headlines())
                .containsExactly("Nothing could be read for more than 1 h of: moodle_calendar."
                        + " There may be news that you were not told of.");
    }

    @Test
    void one_that_is_seen_again_in_time_is_not_told_and_a_second_time_is_told_anew() {
        looksAll(1);
        listener.forget();

        looksBlindly(Code.FAILED, 3);
        looksAll(1);
        looksBlindly(Code.FAILED, 3);
        List<String> early = List.copyOf(listener.headlines());
        looksBlindly(Code.FAILED, 1);
        looksAll(1);
        looksBlindly(Code.MISTAKE, 4);

        assertThat(early).isEmpty();
        assertThat(listener.headlines()).hasSize(2);
    }

    @Test
    void what_waits_for_the_morning_is_not_told_if_it_is_seen_by_then() {
        Tracker quiet = Tracker.of(
                        tracker.account().alerts(AlertSettings.in(ZONE).quiet(QuietHours.parse("00:00-23:59", ZONE))))
                .collector(source)
                .notifier(listener)
                .clock(clock)
                .build();
        looksAll(1);
        listener.forget();
        source.showsOnly(seen(CONTENTS, essay()), missed(Code.FAILED));
        for (int look = 0; look < 6; look++) {
            quiet.sync();
            clock.advance(TURN);
        }

        looksAll(1);

        assertThat(listener.headlines()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            names = {"FAILED", "MISTAKE"},
            mode = EnumSource.Mode.EXCLUDE)
    void who_is_not_let_in_or_holds_something_back_is_not_blind(Code code) {
        looksAll(1);
        listener.forget();

        looksBlindly(code, 9);

        assertThat(listener.headlines()).noneMatch(headline -> headline.startsWith("Nothing could be read"));
    }

    private static Sighting essay() {
        return Sighting.of("module:1", ItemType.ASSIGNMENT)
                .course(Classroom.COURSE)
                .title("Essay")
                .build();
    }

    private void looksAll(int times) {
        source.showsOnly(seen(CONTENTS, essay()), seen(CALENDAR));
        look(times);
    }

    private void looksBlindly(Code code, int times) {
        source.showsOnly(seen(CONTENTS, essay()), missed(code));
        look(times);
    }

    private static Observation missed(Code code) {
        return Observation.notLooked(Scope.parse(CALENDAR), new Missed(code, "calendar", "it said so"));
    }

    private void look(int times) {
        for (int look = 0; look < times; look++) {
            tracker.sync();
            clock.advance(TURN);
        }
    }
}
