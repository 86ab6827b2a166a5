package dev.unitracker.error;

import org.jspecify.annotations.Nullable;

/** The source cannot be read now. It is worth trying again later. */
public final class SourceUnavailableException extends TrackerException {

    private static final long serialVersionUID = 1L;

    public SourceUnavailableException(String message) {
        super(message);
    }

    public SourceUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
