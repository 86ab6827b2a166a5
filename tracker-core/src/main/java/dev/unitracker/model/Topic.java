package dev.unitracker.model;

/** What a field is about, in the order in which a change that touches several of them takes its kind. */
public enum Topic {
    /** Whether the item is there. */
    PRESENCE,

    /** Until when it has to be handed in. */
    DEADLINE,

    /** When an exam takes place that a text states. */
    EXAM,

    /** When and where something takes place, opens or closes, other than deadlines and exams. */
    SCHEDULE,

    /** What grade and feedback the student got. */
    GRADE,

    /** Whether the student is let in. */
    AVAILABILITY,

    /** Whether a person should look at it. */
    REVIEW,

    /** What it says, and whatever this version of the library has no other word for. */
    CONTENT,

    /** How far the student got. */
    COMPLETION,

    /** Stored, but nothing that a student would care for. */
    REFRESH
}
