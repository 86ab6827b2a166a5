package dev.unitracker.error;

import org.jspecify.annotations.Nullable;

/** A setting is missing or wrong. It has to be mended before anything can start. */
public final class SettingsException extends TrackerException {

    private static final long serialVersionUID = 1L;

    public SettingsException(String message) {
        super(message);
    }

    public SettingsException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
