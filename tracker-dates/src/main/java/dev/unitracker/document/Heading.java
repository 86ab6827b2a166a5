package dev.unitracker.document;

import java.util.List;
import java.util.Objects;

/**
 * A title of what follows it.
 *
 * @param at where it begins
 * @param level from 1, the title of the whole, to {@value #LOWEST}
 * @param runs its text, not blank; neighbours differ in their mark
 */
public record Heading(Position at, int level, List<Run> runs) implements Block {

    /** The level of the least title. */
    public static final int LOWEST = 9;

    public Heading {
        Objects.requireNonNull(at, "at");
        if (level < 1 || level > LOWEST) {
            throw new IllegalArgumentException("a heading's level is between 1 and " + LOWEST + ": " + level);
        }
        runs = Run.joined(runs);
        if (Run.text(runs).isBlank()) {
            throw new IllegalArgumentException("a heading says something");
        }
    }

    @Override
    public String text() {
        return Run.text(runs);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.heading(this);
    }
}
