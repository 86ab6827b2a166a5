package dev.unitracker.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * How often a source said, look after look, what would take something away and what nothing else bears witness to. It is believed
 * at the third look, but not before a day went by: a source that is out of order for an afternoon takes nothing away.
 *
 * @param looks in how many looks it was said; no more than three are counted, so that a note that says enough is not written
 *     again
 * @param since when it was said for the first time
 */
public record Doubt(int looks, Instant since) {

    private static final int ENOUGH = 3;
    private static final Duration TIME = Duration.ofHours(24);

    /** Only the moment must not be null. */
    public Doubt {
        Objects.requireNonNull(since, "since");
    }

    /**
     * Reads what a look noted.
     *
     * @param note what {@link #toString} returned; empty if it was not said in the last look
     * @param now when this look began
     */
    public static Doubt of(String note, Instant now) {
        int space = note.indexOf(' ');
        return space < 0
                ? new Doubt(0, now)
                : new Doubt(Integer.parseInt(note.substring(0, space)), Instant.parse(note.substring(space + 1)));
    }

    /** Counts a look that says it. */
    public Doubt again() {
        return new Doubt(Math.min(looks + 1, ENOUGH), since);
    }

    /** Tells whether it was said often enough, and for long enough, to be believed in a look that began at a moment. */
    public boolean isOver(Instant now) {
        return looks >= ENOUGH && !now.isBefore(since.plus(TIME));
    }

    /** Returns what is to be noted for the next look. */
    @Override
    public String toString() {
        return looks + " " + since;
    }
}
