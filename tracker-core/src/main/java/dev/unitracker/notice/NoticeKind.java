package dev.unitracker.notice;

import dev.unitracker.model.StoredWords;

/** The kind of a message, by which a recipient or a channel may treat it. */
public enum NoticeKind {
    /** A change, or many changes of one kind, that should be known now. */
    URGENT,
    /** A deadline comes near. */
    REMINDER,
    /** What changed during some time, and what lies ahead. */
    DIGEST,
    /**
     * Something about the looks themselves: the first one is over, a login was refused, nothing could be read for long.
     */
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
