package dev.unitracker.error;

import org.jspecify.annotations.Nullable;

/**
 * A setting is missing or wrong. It has to be mended before anything can start. The message names the setting, says what is wrong
 * with it and what to put there; it never shows a secret. Builders throw it at once, from the method that was given the value.
 */
public final class SettingsException extends TrackerException {

    private static final long serialVersionUID = 1L;

    /**
     * Returns what to throw for a value that cannot be right.
     *
     * @param setting what the setting is called where it is set
     * @param value the wrong value, which is shown: no secret, and nothing that may hold one
     * @param instead how a right value reads, beginning in lower case: {@code it must be 1 or more}
     */
    public static SettingsException wrong(String setting, Object value, String instead) {
        return new SettingsException(setting + " cannot be '" + value + "': " + instead);
    }

    /**
     * Returns what to throw for a value that cannot be right and is not shown.
     *
     * @param setting what the setting is called where it is set
     * @param instead how a right value reads, beginning in lower case: {@code it has letters and digits only}
     */
    public static SettingsException wrongSecret(String setting, String instead) {
        return new SettingsException(setting + " cannot be what was given: " + instead);
    }

    /**
     * Makes the exception without a cause.
     *
     * @param message what failed, on what, and what to do; no secret
     */
    public SettingsException(String message) {
        super(message);
    }

    /**
     * Makes the exception with its cause.
     *
     * @param message what failed, on what, and what to do; no secret
     * @param cause what led to it; null if nothing did
     */
    public SettingsException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
