package dev.unitracker.spi;

import java.util.Objects;

/**
 * How much of a scope was seen. Absent is not unseen: only {@link Level#COMPLETE} can show that something is gone.
 *
 * @param level how much
 * @param reason why it is not more, in words for the student; empty if all was seen
 */
public record Completeness(Level level, String reason) {

    /** How much of a scope was seen. */
    public enum Level {
        COMPLETE,
        PARTIAL,
        NOT_LOOKED
    }

    /** All of it was seen. */
    public static final Completeness COMPLETE = new Completeness(Level.COMPLETE, "");

    public Completeness {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(reason, "reason");
    }

    /** Some of it was seen; what was not seen may still be there. */
    public static Completeness partial(String reason) {
        return new Completeness(Level.PARTIAL, reason);
    }

    /** Nothing of it was seen. */
    public static Completeness notLooked(String reason) {
        return new Completeness(Level.NOT_LOOKED, reason);
    }

    /** Tells whether all was seen. */
    public boolean complete() {
        return level == Level.COMPLETE;
    }
}
