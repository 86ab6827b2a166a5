package dev.unitracker.spi;

import java.util.List;
import java.util.Objects;

/**
 * How much of a scope was seen. Absent is not unseen: only {@link Level#COMPLETE} can show that something is gone.
 *
 * @param level how much
 * @param missed what was not seen and why; empty if and only if all was seen
 * @param witness what else tells that a scope in which nothing was seen is empty, for example the source's own count; empty
 *     if nothing does
 */
public record Completeness(Level level, List<Missed> missed, String witness) {

    /** How much was seen. */
    public enum Level {
        COMPLETE,
        PARTIAL,
        NOT_LOOKED
    }

    /**
     * All of it was seen. If that is nothing where there was something, it is not believed before the third such look, nor
     * before a day went by; where something else tells that it is empty, say so by {@link #witnessed}.
     */
    public static final Completeness COMPLETE = new Completeness(Level.COMPLETE, List.of(), "");

    /**
     * Nothing came, and nothing else tells that there is nothing; what is handed over was only seen before, and is stated
     * again for another reason. It counts as if nothing was handed over.
     */
    public static final Completeness SAW_NOTHING = new Completeness(Level.COMPLETE, List.of(), "nobody");

    /** Nothing was seen in three looks, over a day. The tracker says so; a collector has no need to. */
    public static final Completeness PROVEN_EMPTY =
            new Completeness(Level.COMPLETE, List.of(), "three looks, over a day");

    public Completeness {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(witness, "witness");
        missed = List.copyOf(missed);
        if ((level == Level.COMPLETE) != missed.isEmpty()) {
            throw new IllegalArgumentException("what was seen completely missed nothing, and nothing else: " + missed);
        }
    }

    /**
     * All of it was seen, and something else tells so even if that is nothing: the source's own count, another answer.
     *
     * @param witness what tells so, for the report
     */
    public static Completeness witnessed(String witness) {
        return new Completeness(Level.COMPLETE, List.of(), witness);
    }

    /** Some of it was seen; what was not seen may still be there. */
    public static Completeness partial(Missed reason) {
        return new Completeness(Level.PARTIAL, List.of(reason), "");
    }

    /** Some of it was seen, for a reason that only words tell; what was not seen may still be there. */
    public static Completeness partial(String reason) {
        return partial(Missed.of(Missed.Code.OTHER, reason));
    }

    /** Nothing of it was seen. */
    public static Completeness notLooked(Missed reason) {
        return new Completeness(Level.NOT_LOOKED, List.of(reason), "");
    }

    /** Tells whether all was seen. */
    public boolean complete() {
        return level == Level.COMPLETE;
    }
}
