package dev.unitracker.notice;

import dev.unitracker.model.StoredWords;

/** How much something matters, the least first. */
public enum Severity {
    /** Good to know; nobody has to acknowledge it. */
    INFORMATION,
    MEDIUM,
    HIGH;

    private static final StoredWords<Severity> WORDS = StoredWords.of(Severity.class, "severity");

    private final String key = StoredWords.word(this);

    /** Returns the name that is stored and shown, for example {@code high}. */
    public String key() {
        return key;
    }

    /**
     * Returns the severity with the given stored name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Severity of(String key) {
        return WORDS.parse(key);
    }
}
