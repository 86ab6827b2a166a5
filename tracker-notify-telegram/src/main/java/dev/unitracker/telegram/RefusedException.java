package dev.unitracker.telegram;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A request that the Bot API did not fulfil. Its message never shows the token. */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why, as far as it matters for what to do next. */
    enum Reason {
        /** There was no answer, or not one of the Bot API. */
        UNREACHABLE,
        /** Too much was sent (429). */
        TOO_FAST,
        /** What was sent cannot be taken (400 and the like). */
        UNACCEPTABLE,
        /** The chat is not there, or has moved (400). */
        NO_CHAT,
        /** The chat does not want the bot (403). */
        FORBIDDEN,
        /** The token is wrong (401, and 404 for one that never was). */
        WRONG_TOKEN,
        /** Somebody else receives the bot's updates (409). */
        ANOTHER_RECEIVER
    }

    private final Reason reason;
    private final @Nullable Duration retryAfter;

    RefusedException(Reason reason, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    Reason reason() {
        return reason;
    }

    /** Returns for how long the Bot API asks to be left alone; null if it does not. */
    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }

    /** Tells whether the same may well succeed later. */
    boolean temporary() {
        return reason == Reason.UNREACHABLE || reason == Reason.TOO_FAST || reason == Reason.ANOTHER_RECEIVER;
    }
}
