package dev.unitracker.mail;

import org.jspecify.annotations.Nullable;

/** A mail was not taken. Says why in words for people, without a secret. */
final class UndeliveredException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What it means for what comes next. */
    enum Reason {
        /** The same may work soon. */
        PASSING,

        /** Somebody has to look at the settings; or the server cannot look at its own users just now, for it says the same then. */
        LOGIN,

        /** This mail will never be taken. */
        LASTING
    }

    private final Reason reason;

    UndeliveredException(Reason reason, String words, @Nullable Throwable cause) {
        super(words, cause);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
