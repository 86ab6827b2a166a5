package dev.unitracker.internal.tell;

import static dev.unitracker.internal.tell.Outlet.BUENOS_AIRES;
import static dev.unitracker.internal.tell.Outlet.NOW;
import static dev.unitracker.internal.tell.Outlet.run;
import static dev.unitracker.internal.tell.Outlet.runs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.unitracker.internal.history.Readings;
import dev.unitracker.internal.tell.Outlet.Given;
import dev.unitracker.notice.AlertSettings;
import dev.unitracker.notice.Notice;
import dev.unitracker.notice.QuietHours;
import dev.unitracker.run.Run;
import dev.unitracker.run.Run.Outcome;
import dev.unitracker.testkit.RecordingNotifier;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** When it is told that nothing was read for a while. */
class SilenceTest {

    private static final AlertSettings LOUD = AlertSettings.in(BUENOS_AIRES);
    private static final Duration SIX_HOURS = Duration.ofHours(6);
    private static final Given NOTHING = session -> {};

    private final Outlet outlet = new Outlet();

    @ParameterizedTest(name = "{0}")
    @MethodSource("silences")
    void a_silence_is_announced_when_it_lasts(String what, Given given, String planned) {
        outlet.has(given);

        outlet.has(session -> announcing(LOUD).stale(session, SIX_HOURS, NOW));

        assertThat(String.join(", ", outlet.planned())).isEqualTo(planned);
        assertThat(outlet.deliveries())
                .allSatisfy(delivery -> assertThat(delivery.notice())
                        .isInstanceOfSatisfying(
                                Notice.Silence.class,
                                silence -> assertThat(silence.threshold()).isEqualTo(SIX_HOURS)));
    }

    static Stream<Arguments> silences() {
        String first = "stale/1 at +0:00";
        return Stream.of(
                arguments("nobody ever looked", NOTHING, ""),
                arguments("looked in vain since six hours", looks(failed("1", 360)), ""),
                arguments("looked in vain for longer", looks(failed("1", 361)), first),
                arguments("looked in vain again and again", looks(failed("1", 361), failed("2", 1)), first),
                arguments("read six hours ago", looks(read("1", 361)), ""),
                arguments("read before that", looks(read("1", 362)), first),
                arguments("read again since", looks(read("1", 900), read("2", 10)), ""),
                arguments("the second was read", looks(failed("1", 900), read("2", 800)), "stale/2 at +0:00"),
                arguments("it fails since half an hour", looks(read("1", 900), failed("2", 30)), ""),
                arguments("it fails for longer", looks(read("1", 900), failed("2", 31)), first),
                arguments(
                        "it failed long ago and just now",
                        looks(read("1", 900), failed("2", 60), failed("3", 1)),
                        first));
    }

    @Test
    void a_silence_waits_for_the_end_of_quiet_hours() {
        outlet.has(looks(read("1", 900)));

        outlet.has(session -> announcing(LOUD.quiet(QuietHours.parse("11:00-13:30", BUENOS_AIRES)))
                .stale(session, SIX_HOURS, NOW));

        assertThat(outlet.planned()).containsExactly("stale/1 at +1:30");
    }

    private static Given looks(Run... looks) {
        return session -> {
            for (Run look : looks) {
                Readings.note(session, look);
                runs(look).in(session);
            }
        };
    }

    private static Run failed(String name, int minutesAgo) {
        return run(name, Outcome.PARTIAL, NOW.minus(Duration.ofMinutes(minutesAgo)));
    }

    private static Run read(String name, int minutesAgo) {
        return run(name, Outcome.COMPLETE, NOW.minus(Duration.ofMinutes(minutesAgo)));
    }

    private static Announcements announcing(AlertSettings settings) {
        return new Announcements(new Audience(List.of(new RecordingNotifier("chat", "ana"))), settings, BUENOS_AIRES);
    }
}
