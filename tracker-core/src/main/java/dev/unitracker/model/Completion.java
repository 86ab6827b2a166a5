package dev.unitracker.model;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How far the student got with an item. */
public enum Completion {
    /** Nobody says. */
    UNKNOWN,
    INCOMPLETE,
    /** Done: because the source says so, by a submission, by a finished attempt, or because the student says so. */
    COMPLETED;

    private final String key = name().toLowerCase(Locale.ROOT);

    /** Returns the stored name, for example {@code completed}. */
    public String key() {
        return key;
    }

    /** Returns the state with the given stored name; null and unheard-of names are {@link #UNKNOWN}. */
    public static Completion of(@Nullable String key) {
        return Arrays.stream(values())
                .filter(state -> state.key.equals(key))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
