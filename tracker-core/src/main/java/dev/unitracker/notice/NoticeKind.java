package dev.unitracker.notice;

import dev.unitracker.model.StoredWords;

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

    private static final StoredWords<NoticeKind> WORDS = StoredWords.of(NoticeKind.class, "kind of message");

    private final String key = StoredWords.word(this);

    /** Returns the name that is stored and shown, for example {@code urgent}. */
    public String key() {
        return key;
    }

    /**
     * Returns the kind with the given stored name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static NoticeKind of(String key) {
        return WORDS.parse(key);
    }
}
