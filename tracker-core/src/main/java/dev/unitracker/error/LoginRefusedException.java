package dev.unitracker.error;

import org.jspecify.annotations.Nullable;

/** The source refused the student's login. Trying again does not help: the settings have to change. */
public final class LoginRefusedException extends TrackerException {

    private static final long serialVersionUID = 1L;

    public LoginRefusedException(String message) {
        super(message);
    }

    public LoginRefusedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
