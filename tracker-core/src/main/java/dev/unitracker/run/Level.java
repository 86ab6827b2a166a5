package dev.unitracker.run;

/** How much a look saw of a scope or a part. */
public enum Level {
    /** All of it was seen. Only then can a look show that something is gone. */
    COMPLETE,
    /** Some of it was seen. What was not seen may still be there. */
    PARTIAL,
    /** Nothing of it was seen. */
    NOT_LOOKED
}
