package dev.unitracker.run;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How much of one part a look saw. Immutable.
 *
 * @param part the part's name
 * @param level how much of it was seen
 * @param missed what was not seen and why, each once; empty if and only if all was seen
 */
public record PartOutcome(String part, Level level, List<Missed> missed) {

    /**
     * Copies the list, each entry once. Null is refused.
     *
     * @throws IllegalArgumentException if something was missed of what is complete, or nothing of what is not
     */
    public PartOutcome {
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(level, "level");
        missed = missed.stream().distinct().toList();
        if ((level == Level.COMPLETE) != missed.isEmpty()) {
            throw new IllegalArgumentException("what was seen completely missed nothing, and nothing else: " + part);
        }
    }

    /** Returns the outcome of a part of which all was seen. */
    public static PartOutcome complete(String part) {
        return new PartOutcome(part, Level.COMPLETE, List.of());
    }

    /** Tells whether all was seen. */
    public boolean complete() {
        return level == Level.COMPLETE;
    }

    /** Returns this outcome with one more thing that was not seen. */
    public PartOutcome missing(Missed reason) {
        Level less = complete() ? Level.PARTIAL : level;
        return new PartOutcome(
                part, less, Stream.concat(missed.stream(), Stream.of(reason)).toList());
    }

    /** Returns a line for each thing that was not seen, for a log: the part's name, a colon, what and why. */
    public List<String> lines() {
        return missed.stream().map(reason -> part + ": " + reason).toList();
    }
}
