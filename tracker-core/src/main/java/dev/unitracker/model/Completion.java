package dev.unitracker.model;

import org.jspecify.annotations.Nullable;

/** How far the student got with an item. */
public enum Completion {
    /** The source does not say. */
    UNKNOWN,

    /** The source says that it is not done. */
    INCOMPLETE,

    /** It is done: the source says so, something was submitted, an attempt was finished, or the student says so. */
    COMPLETED;

    private static final StoredWords<Completion> WORDS = StoredWords.of(Completion.class, "state of completion");

    private final String key = StoredWords.word(this);

    /** Returns the stored name, for example {@code completed}. */
    public String key() {
        return key;
    }

    /**
     * Returns the state with the given stored name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Completion of(String key) {
        return WORDS.parse(key);
    }

    /** Returns the state that was stored under a name; {@link #UNKNOWN} for null and for a name of a later version. */
    public static Completion stored(@Nullable String key) {
        return WORDS.find(key).orElse(UNKNOWN);
    }
}
