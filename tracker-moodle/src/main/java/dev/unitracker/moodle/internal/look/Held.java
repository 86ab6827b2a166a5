package dev.unitracker.moodle.internal.look;

import dev.unitracker.spi.Doubt;
import dev.unitracker.spi.Look;
import java.time.Instant;

/**
 * What an answer says that would take something away and that nothing else bears witness to: it is believed once the {@link Doubt}
 * is over. For one thread.
 */
final class Held {

    /** The beginning of the names of the notes that tell how often, and since when, something was said. */
    private static final String NOTE = "held/";

    private final Look look;

    Held(Look look) {
        this.look = look;
    }

    /** Counts a look that says it, and tells whether it is believed now. Called at most once a look. */
    boolean isBelieved(String what) {
        Instant now = look.request().startedAt();
        Doubt doubt = Doubt.of(look.memory().notes().getOrDefault(NOTE + what, ""), now)
                .again();
        look.memory().note(NOTE + what, doubt.toString());
        return doubt.isOver(now);
    }

    /** Forgets what is not said any more. */
    void forget(String what) {
        if (!look.memory().notes().getOrDefault(NOTE + what, "").isEmpty()) {
            look.memory().note(NOTE + what, "");
        }
    }
}
