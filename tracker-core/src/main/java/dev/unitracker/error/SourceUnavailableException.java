package dev.unitracker.error;

import org.jspecify.annotations.Nullable;

/** The source cannot be read now. It is worth trying again later. */
public final class SourceUnavailableException extends TrackerException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception without a cause.
     *
     * @param message what failed, on what, and what to do; no secret
     */
    public SourceUnavailableException(String message) {
        super(message);
    }

    /**
     * Makes the exception with its cause.
     *
     * @param message what failed, on what, and what to do; no secret
     * @param cause what led to it; null if nothing did
     */
    public SourceUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
