package dev.unitracker.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import okhttp3.Headers;
import okhttp3.Response;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * What a server answered. Immutable.
 *
 * @param status the HTTP status
 * @param headers as they came
 * @param body the bytes, unpacked; of an answer that was saved to a file, the first kilobyte
 * @param retryAfter for how long the server asks to be left alone; null if it does not
 */
public record HttpAnswer(
        int status,
        Headers headers,
        ByteString body,
        @Nullable Duration retryAfter) {

    public HttpAnswer {
        Objects.requireNonNull(headers, "headers");
        Objects.requireNonNull(body, "body");
    }

    static HttpAnswer of(Response response, ByteString body, InstantSource clock) {
        Headers headers = response.headers();
        return new HttpAnswer(response.code(), headers, body, RetryAfter.of(headers, clock));
    }

    /** Returns the body as UTF-8. What is no UTF-8 becomes question marks. */
    public String text() {
        return body.utf8();
    }

    /** Tells whether the body is UTF-8 from its beginning to its end, so that the {@link #text} is what the server said. */
    public boolean isUtf8() {
        // What could not be read became this character, which hardly any server sends of its own accord.
        return text().indexOf('\uFFFD') < 0 || ByteString.encodeUtf8(text()).equals(body);
    }

    /** Returns the server's own time from the header {@code Date}, in whole seconds; null if it sent none that can be read. */
    public @Nullable Instant serverTime() {
        return headers.getInstant("Date");
    }

    /** Tells whether the server did what it was asked to (2xx). */
    public boolean ok() {
        return status / 100 == 2;
    }

    /** Tells whether the server sends us to another address (3xx). */
    public boolean redirect() {
        return status / 100 == 3;
    }

    /** Tells whether the server is asked too much or out of order for the moment (429, 5xx). */
    public boolean worthAnotherTry() {
        return worthAnotherTry(status);
    }

    static boolean worthAnotherTry(int status) {
        return status == 429 || status >= 500;
    }

    /** Tells whether the server asks to be left alone for a while (429, 503). */
    public boolean asksForPatience() {
        return status == 429 || status == 503;
    }

    /** Returns the status and the size. What the server said may be private and is not shown. */
    @Override
    public String toString() {
        return "HTTP " + status + ", " + body.size() + " bytes";
    }
}
