package dev.unitracker.telegram;

import dev.unitracker.error.LoginRefusedException;
import dev.unitracker.error.SourceUnavailableException;
import dev.unitracker.error.TrackerException;
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
    private final @Nullable String movedTo;

    RefusedException(Reason reason, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        this(reason, message, retryAfter, null, cause);
    }

    private RefusedException(
            Reason reason,
            String message,
            @Nullable Duration retryAfter,
            @Nullable String movedTo,
            @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.retryAfter = retryAfter;
        this.movedTo = movedTo;
    }

    /** Returns the refusal of a chat that has another id now. */
    static RefusedException moved(String message, String to) {
        return new RefusedException(Reason.NO_CHAT, message, null, to, null);
    }

    Reason reason() {
        return reason;
    }

    /** Returns for how long the Bot API asks to be left alone; null if it does not. */
    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }

    /** Returns the id that the chat has now; null if it is not known to have moved. */
    @Nullable
    String movedTo() {
        return movedTo;
    }

    /** Returns what to tell whoever runs the program: that the token is wrong, or that it can be tried again. */
    TrackerException told() {
        String words = String.valueOf(getMessage());
        return reason == Reason.WRONG_TOKEN
                ? new LoginRefusedException(words)
                : new SourceUnavailableException(words, this);
    }

    /** Tells whether the same may well succeed later. */
    boolean temporary() {
        return reason == Reason.UNREACHABLE || reason == Reason.TOO_FAST || reason == Reason.ANOTHER_RECEIVER;
    }
}
