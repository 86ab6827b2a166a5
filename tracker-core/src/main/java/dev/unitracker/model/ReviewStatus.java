package dev.unitracker.model;

import org.jspecify.annotations.Nullable;

/** Whether a person should look at an item because a program may not have understood it. */
public enum ReviewStatus {
    /** Nobody has to look at it. */
    NONE,
    /** It is likely to hold dates: a timetable, a syllabus. */
    WATCH,
    /** Its text could not be read, or hardly any was found. */
    NEEDS_REVIEW;

    private static final StoredWords<ReviewStatus> WORDS = StoredWords.of(ReviewStatus.class, "status of a review");

    private final String key = StoredWords.word(this);

    /** Returns the stored name, for example {@code needs_review}. */
    public String key() {
        return key;
    }

    /**
     * Returns the status with the given stored name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ReviewStatus of(String key) {
        return WORDS.parse(key);
    }

    /** Returns the status that was stored under a name; {@link #NONE} for null and for a name of a later version. */
    public static ReviewStatus stored(@Nullable String key) {
        return WORDS.find(key).orElse(NONE);
    }
}
