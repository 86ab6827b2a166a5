package dev.unitracker.notice;

import java.util.Locale;

/** How much something matters, the least first. */
public enum Severity {
    /** Good to know; nobody has to acknowledge it. */
    INFORMATION,
    MEDIUM,
    HIGH;

    /** Returns the name that is stored and shown, for example {@code high}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the severity with the given stored name. */
    public static Severity of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
