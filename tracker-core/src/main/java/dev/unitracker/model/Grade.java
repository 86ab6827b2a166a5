package dev.unitracker.model;

import org.jspecify.annotations.Nullable;

/**
 * A grade that the student can see.
 *
 * @param value a number with a point, or what a scale calls it; null if only feedback was given
 * @param maximum the highest possible number; null for a scale
 * @param feedback the teacher's words; null if there are none
 */
public record Grade(
        @Nullable String value,
        @Nullable String maximum,
        @Nullable String feedback) {

    public Grade {
        if (value == null && feedback == null) {
            throw new IllegalArgumentException("a grade has a value or a feedback");
        }
    }
}
