package dev.unitracker.moodle.internal.look;

import dev.unitracker.spi.Look;
import java.time.Duration;
import java.time.Instant;

/**
 * What an answer says that nothing else bears witness to, and that would take something away: it is believed at the third look
 * that says so, and not before a day went by. For one thread.
 */
final class Held {

    /** The beginning of the names of the notes that tell how often, and since when, something was said. */
    private static final String NOTE = "held/";

    private static final int LOOKS = 3;
    private static final Duration TIME = Duration.ofHours(24);

    private final Look look;

    Held(Look look) {
        this.look = look;
    }

    /** Counts a look that says it, and tells whether it is believed now. Called at most once a look. */
    boolean isBelieved(String what) {
        Instant now = look.request().startedAt();
        String[] before = look.memory().notes().getOrDefault(NOTE + what, "").split(" ", 2);
        int number = before.length < 2 ? 1 : Math.min(Integer.parseInt(before[0]) + 1, LOOKS);
        Instant since = before.length < 2 ? now : Instant.parse(before[1]);
        look.memory().note(NOTE + what, number + " " + since);
        return number >= LOOKS && !now.isBefore(since.plus(TIME));
    }

    /** Forgets what is not said any more. */
    void forget(String what) {
        if (!look.memory().notes().getOrDefault(NOTE + what, "").isEmpty()) {
            look.memory().note(NOTE + what, "");
        }
    }
}
