package dev.unitracker.error;

import org.jspecify.annotations.Nullable;

/** The root of what this library throws; its message says what failed, on what, and what to do. */
public class TrackerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception without a cause.
     *
     * @param message what failed, on what, and what to do; no secret
     */
    public TrackerException(String message) {
        super(message);
    }

    /**
     * Makes the exception with its cause.
     *
     * @param message what failed, on what, and what to do; no secret
     * @param cause what led to it; null if nothing did
     */
    public TrackerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * Returns what may be written down, and shown, of a failure: the message of an exception of this library, which holds no
     * secret. What foreign code throws may hold anything, an address with a token in it for example; of that only the name of
     * its class is returned.
     */
    public static String inWords(RuntimeException failure) {
        return failure instanceof TrackerException && failure.getMessage() != null
                ? failure.getMessage()
                : failure.getClass().getSimpleName();
    }
}
