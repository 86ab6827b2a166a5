package dev.unitracker.dates;

import java.util.Arrays;

/** What a date or a place that was found in a text is about. */
public enum FactType {
    /** Something has to be handed in. */
    DUE_AT("due_at"),
    /** An exam, a test or its second chance takes place. */
    EXAM_AT("exam_at"),
    /** A class meets. */
    CLASS_SESSION_AT("class_session_at"),
    /** A period, a course or an activity begins. */
    STARTS_AT("starts_at"),
    /** Where something takes place. */
    CLASSROOM("classroom"),
    /** Grades are closed. */
    GRADES_CLOSE_AT("grades_close_at"),
    /** A date whose meaning the text does not tell. */
    DATE_MENTION("date_mention");

    private final String key;

    FactType(String key) {
        this.key = key;
    }

    /** Returns the name that is stored and shown, for example {@code exam_at}. */
    public String key() {
        return key;
    }

    /**
     * Returns the type with the given stored name, compared letter by letter.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static FactType of(String key) {
        return Arrays.stream(values())
                .filter(type -> type.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such fact type: " + key));
    }
}
