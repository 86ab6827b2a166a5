package dev.unitracker.error;

import org.jspecify.annotations.Nullable;

/**
 * The root of the exceptions of this library. Its message says what failed, on what, and what to do; no secret is in
 * it.
 */
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
     * Returns words for a failure that may be stored and shown. For an exception of this library they are its message.
     * For any other they are only the name of its class, because its message may hold a secret, for example an address
     * with a token.
     */
    public static String inWords(RuntimeException failure) {
        return failure instanceof TrackerException && failure.getMessage() != null
                ? failure.getMessage()
                : failure.getClass().getSimpleName();
    }
}
