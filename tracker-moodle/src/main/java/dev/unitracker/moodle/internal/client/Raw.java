package dev.unitracker.moodle.internal.client;

import java.time.Instant;
import java.util.Objects;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP answer.
 *
 * @param status the HTTP status
 * @param body the bytes, unpacked
 * @param serverTime the server's own clock; null if it did not tell
 * @param retryAfterSeconds how long the server asks to wait; null if it did not
 */
record Raw(
        int status,
        ByteString body,
        @Nullable Instant serverTime,
        @Nullable Long retryAfterSeconds) {

    Raw {
        Objects.requireNonNull(body, "body");
    }

    String text() {
        return body.utf8();
    }

    /** Tells whether the server is overloaded or out of order for the moment. */
    boolean worthAnotherTry() {
        return status == 429 || status >= 500;
    }

    /** Tells whether the server asks to be left alone for a while. */
    boolean asksForPatience() {
        return status == 429 || status == 503;
    }
}
