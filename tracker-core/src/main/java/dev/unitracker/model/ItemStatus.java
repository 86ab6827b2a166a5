package dev.unitracker.model;

import java.util.Arrays;
import java.util.Locale;

/** Whether an item is there. */
public enum ItemStatus {
    /** It is there, though it may be restricted. */
    ACTIVE,
    /** It is gone, and the absence was proven. */
    REMOVED;

    private final String key = name().toLowerCase(Locale.ROOT);

    /** Returns the stored name, for example {@code active}. */
    public String key() {
        return key;
    }

    /**
     * Returns the status with the given stored name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ItemStatus of(String key) {
        return Arrays.stream(values())
                .filter(status -> status.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such status of an item: '" + key + "'"));
    }
}
