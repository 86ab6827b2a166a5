package dev.unitracker.error;

import org.jspecify.annotations.Nullable;

/**
 * A setting is missing or wrong; somebody has to change it. The message names the setting, says what is wrong and what
 * to set; it never shows a secret. A builder throws it from the method that got the value, or from its {@code build}.
 */
public final class SettingsException extends TrackerException {

    private static final long serialVersionUID = 1L;

    /**
     * Returns an exception for a value that cannot be right.
     *
     * @param setting what the setting is called where it is set
     * @param value the wrong value, which is shown: no secret, and nothing that may hold one
     * @param instead how a right value reads, beginning in lower case: {@code it must be 1 or more}
     */
    public static SettingsException wrong(String setting, Object value, String instead) {
        return new SettingsException(setting + " cannot be '" + value + "': " + instead);
    }

    /**
     * Returns an exception for a value that cannot be right and must not be shown.
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
