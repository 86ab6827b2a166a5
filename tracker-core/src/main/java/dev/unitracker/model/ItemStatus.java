package dev.unitracker.model;

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
}
