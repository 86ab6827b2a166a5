package dev.unitracker.model;

import java.util.Optional;

/** How far the student got with handing something in. */
public enum SubmissionState {
    /** Nothing was handed in or kept as a draft. */
    NEW,

    /** Something is kept as a draft, and was not handed in. */
    DRAFT,

    /** It was handed in. */
    SUBMITTED,

    /** It was handed in, and the teacher asks for it again. */
    REOPENED;

    private static final StoredWords<SubmissionState> WORDS =
            StoredWords.of(SubmissionState.class, "state of a submission");

    private final String key = StoredWords.word(this);

    /** Returns the stored name, for example {@code draft}. */
    public String key() {
        return key;
    }

    /**
     * Returns the state with the given stored name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static SubmissionState of(String key) {
        return WORDS.parse(key);
    }

    /**
     * Returns the state with a name; empty if there is none, for example for a name of the source or of a later
     * version.
     */
    public static Optional<SubmissionState> find(String key) {
        return WORDS.find(key);
    }
}
