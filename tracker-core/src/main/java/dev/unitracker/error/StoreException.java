package dev.unitracker.error;

import org.jspecify.annotations.Nullable;

/** A store cannot be read or written. Nothing is half written: what the transaction wrote is not kept. */
public class StoreException extends TrackerException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception without a cause.
     *
     * @param message what failed, on what, and what to do; no secret
     */
    public StoreException(String message) {
        super(message);
    }

    /**
     * Makes the exception with its cause.
     *
     * @param message what failed, on what, and what to do; no secret
     * @param cause what led to it; null if nothing did
     */
    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
