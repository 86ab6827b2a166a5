package dev.unitracker.model;

/** What a field is about, in the order in which a change that touches several of them takes its kind. */
public enum Topic {
    PRESENCE,
    DEADLINE,
    EXAM,
    SCHEDULE,
    GRADE,
    AVAILABILITY,
    REVIEW,
    CONTENT,
    COMPLETION,
    /** Stored, but nothing that a student would care for. */
    REFRESH
}
