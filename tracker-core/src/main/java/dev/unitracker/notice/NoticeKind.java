package dev.unitracker.notice;

import java.util.Locale;

/** What sort of message something is. */
public enum NoticeKind {
    /** A change that should be known now. */
    URGENT,
    /** A deadline comes near. */
    REMINDER,
    /** All that happened and lies ahead. */
    DIGEST,
    /** Something about the watching itself: a first look, a lost login. */
    OPERATIONS;

    /** Returns the name that is stored and shown, for example {@code urgent}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the kind with the given stored name. */
    public static NoticeKind of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
