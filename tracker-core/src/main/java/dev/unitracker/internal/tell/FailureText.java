package dev.unitracker.internal.tell;

import dev.unitracker.error.TrackerException;

/** What may be written down, and shown, of a failure. */
public final class FailureText {

    private FailureText() {}

    /**
     * Returns what a failure says of itself, if it is one of this library's: those hold no secret. What foreign code throws
     * may hold anything, an address with a token in it for example; of that only the name is told.
     */
    public static String of(RuntimeException failure) {
        return failure instanceof TrackerException && failure.getMessage() != null
                ? failure.getMessage()
                : failure.getClass().getSimpleName();
    }
}
