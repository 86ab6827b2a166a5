package dev.unitracker.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What happened to an item, in a word. A change of several fields has one kind: the first that applies. */
public enum ChangeKind {
    /** Gone, after proof. */
    REMOVED,
    /** There again after it was removed. */
    REAPPEARED,
    /** Never seen before. */
    NEW,
    DEADLINE_ADDED,
    DEADLINE_CHANGED,
    DEADLINE_REMOVED,
    /** An exam's date in a text was added, moved or dropped. */
    EXAM_CHANGED,
    /** A start, a class session or a place. */
    SCHEDULE_CHANGED,
    /** A grade or a feedback that the student can now see. */
    GRADE_RELEASED,
    GRADE_CHANGED,
    /** Opened or restricted. */
    AVAILABILITY_CHANGED,
    REVIEW_CHANGED,
    /** Title, body, replies, an attached file's text. */
    CONTENT_CHANGED,
    /** The student's own progress; never an alert. */
    COMPLETION_CHANGED,
    /** Stored data moved, nothing a student would care for. */
    REFRESH_ONLY;

    private static final Map<String, ChangeKind> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ChangeKind::key, Function.identity()));

    private final String key = name().toLowerCase(Locale.ROOT);

    /** Returns the stored name, for example {@code deadline_changed}. */
    public String key() {
        return key;
    }

    /** Tells whether a student would care. */
    public boolean meaningful() {
        return this != REFRESH_ONLY;
    }

    /**
     * Returns the kind with the given stored name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ChangeKind of(String key) {
        ChangeKind kind = BY_KEY.get(key);
        if (kind == null) {
            throw new IllegalArgumentException("no such kind of change: " + key);
        }
        return kind;
    }
}
