package dev.unitracker.error;

import org.jspecify.annotations.Nullable;

/** The store cannot be read or written. Nothing was half written. */
public class StoreException extends TrackerException {

    private static final long serialVersionUID = 1L;

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
