package dev.unitracker.run;

/** How much was seen of something that is seen as a whole. */
public enum Level {
    /** All of it. Only this can show that something is gone. */
    COMPLETE,
    /** Some of it; what was not seen may still be there. */
    PARTIAL,
    /** Nothing of it. */
    NOT_LOOKED
}
