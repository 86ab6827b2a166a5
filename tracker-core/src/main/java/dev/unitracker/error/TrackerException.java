package dev.unitracker.error;

import org.jspecify.annotations.Nullable;

/** The root of what this library throws; its message says what failed, on what, and what to do. */
public class TrackerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TrackerException(String message) {
        super(message);
    }

    public TrackerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
