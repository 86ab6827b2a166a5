package dev.unitracker.moodle.simulator;

import java.time.Duration;
import java.util.Optional;

/**
 * A way to go wrong. {@link #error}, {@link #maintenance} and {@link #emptyList} take the place of one answer, so that inside
 * a batch only that function fails; all others take the place of the whole HTTP response.
 */
public sealed interface Failure permits InAnswer, OnTheWire {

    /** Answers with an HTTP status and an HTML page. */
    static Failure status(int code) {
        return new OnTheWire.Status(code, Optional.empty());
    }

    /** Answers with an HTTP status and a {@code Retry-After} header of whole seconds. */
    static Failure status(int code, Duration retryAfter) {
        return new OnTheWire.Status(code, Optional.of(retryAfter));
    }

    /** Answers with Moodle's error object of this code, HTTP 200. */
    static Failure error(String errorcode) {
        return new InAnswer.Refusal(errorcode);
    }

    /** Answers as a Moodle under maintenance does: error {@code sitemaintenance}, HTTP 200. */
    static Failure maintenance() {
        return error("sitemaintenance");
    }

    /** Answers with the HTML of a login page, HTTP 200. */
    static Failure loginPage() {
        return new OnTheWire.LoginPage();
    }

    /** Answers with {@code []}. */
    static Failure emptyList() {
        return new InAnswer.EmptyList();
    }

    /** Answers with the first half of the body as if that were all of it: clean HTTP, broken JSON. */
    static Failure truncated() {
        return new OnTheWire.Truncated();
    }

    /** Drops the connection in the middle of the body. */
    static Failure brokenOff() {
        return new OnTheWire.BrokenOff();
    }

    /** Sends half of the body, then nothing more, and keeps the connection. */
    static Failure stalled() {
        return new OnTheWire.Stalled();
    }

    /** Drops the connection instead of answering. */
    static Failure dropped() {
        return new OnTheWire.Dropped();
    }

    /** Answers properly, but only after this time. */
    static Failure delayed(Duration time) {
        return new OnTheWire.Delayed(time);
    }
}
