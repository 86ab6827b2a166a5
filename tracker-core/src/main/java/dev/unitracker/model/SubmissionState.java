package dev.unitracker.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far the student got with handing something in. */
public enum SubmissionState {
    /** Nothing was handed in or kept as a draft. */
    NEW,
    /** Something is kept as a draft, and was not handed in. */
    DRAFT,
    SUBMITTED,
    /** It was handed in, and the teacher asks for it again. */
    REOPENED;

    private final String key = name().toLowerCase(Locale.ROOT);

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
        return find(key)
                .orElseThrow(() -> new IllegalArgumentException("no such state of a submission: '" + key + "'"));
    }

    /** Returns the state with a name that may be a source's own; empty for a name that is no state's. */
    public static Optional<SubmissionState> find(String key) {
        return Arrays.stream(values()).filter(state -> state.key.equals(key)).findFirst();
    }
}
