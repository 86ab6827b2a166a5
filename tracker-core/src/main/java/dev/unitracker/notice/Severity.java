package dev.unitracker.notice;

import dev.unitracker.model.StoredWords;

/** How much something matters, the least first. */
public enum Severity {
    /** Good to know; nobody has to acknowledge it. */
    INFORMATION,

    /**
     * It matters, but not at once: another room, words that the student wants to be alerted on, a first reminder. An
     * alert asks to be acknowledged.
     */
    MEDIUM,

    /**
     * It matters at once: a deadline or an exam that moved, something new that is due soon, a last reminder, a login
     * that is refused. An alert asks to be acknowledged.
     */
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
