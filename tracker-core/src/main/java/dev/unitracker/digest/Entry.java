package dev.unitracker.digest;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of a digest, about one activity.
 *
 * @param course the name of its course; empty for what belongs to none
 * @param at the moment that it is about, by which lines are ordered
 * @param when that moment in words, for example {@code mié 25 nov 20:00}
 * @param text title and what changed
 * @param link the activity's link; null if it has none
 */
record Entry(
        String course,
        Instant at,
        String when,
        String text,
        @Nullable String link) {

    Entry {
        Objects.requireNonNull(course, "course");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(text, "text");
    }
}
