package dev.unitracker.error;

import org.jspecify.annotations.Nullable;

/**
 * A source refused the student's login. Trying again soon does not help; somebody has to change the login in the settings.
 */
public final class LoginRefusedException extends TrackerException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception without a cause.
     *
     * @param message what failed, on what, and what to do; no secret
     */
    public LoginRefusedException(String message) {
        super(message);
    }

    /**
     * Makes the exception with its cause.
     *
     * @param message what failed, on what, and what to do; no secret
     * @param cause what led to it; null if nothing did
     */
    public LoginRefusedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
