package dev.unitracker.model;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a person should look at an item because a program may not have understood it. */
public enum ReviewStatus {
    /** There is no reason to. */
    NONE,
    /** It is likely to hold dates: a timetable, a syllabus. */
    WATCH,
    /** Its text could not be read, or hardly any was found. */
    NEEDS_REVIEW;

    private final String key = name().toLowerCase(Locale.ROOT);

    /** Returns the stored name, for example {@code needs_review}. */
    public String key() {
        return key;
    }

    /** Returns the status with the given stored name; null and unheard-of names are {@link #NONE}. */
    public static ReviewStatus of(@Nullable String key) {
        return Arrays.stream(values())
                .filter(status -> status.key.equals(key))
                .findFirst()
                .orElse(NONE);
    }
}
