package dev.unitracker.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.error.NotDeliveredException;
import dev.unitracker.http.HttpAnswer;
import dev.unitracker.http.Secrets;
import java.time.Duration;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** An answer that does not say that a post was taken, in words and with what to do. Pure. */
final class Refusal {

    private static final int LONGEST = 300;

    private final HttpAnswer answer;
    private final String words;

    private Refusal(HttpAnswer answer, String words) {
        this.answer = answer;
        this.words = words;
    }

    /** Reads an answer of a server that says why only by its status. */
    static Refusal of(HttpAnswer answer, HttpUrl server) {
        String hint = answer.redirect() ? "; it sends us to another address: set that one" : "";
        return new Refusal(answer, server.host() + " answered HTTP " + answer.status() + hint);
    }

    /**
     * Reads an answer of a server that says why.
     *
     * @param said where it says so; what is no text there, or shows a secret, is left out
     */
    static Refusal of(HttpAnswer answer, HttpUrl server, JsonNode said, Secrets secrets) {
        Refusal plain = of(answer, server);
        String reason = secrets.hide(said.asText("")).replaceAll("\\s+", " ").strip();
        if (reason.isEmpty()) {
            return plain;
        }
        return new Refusal(answer, plain.words + " (" + cut(reason) + ")");
    }

    private static String cut(String reason) {
        if (reason.length() <= LONGEST) {
            return reason;
        }
        int end = Character.isHighSurrogate(reason.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return reason.substring(0, end) + "…";
    }

    /** Returns an exception after which it is tried again, when the server says or after a wait that grows. */
    NotDeliveredException forNow() {
        return until(answer.retryAfter());
    }

    /** Returns an exception after which it is tried again, not before some time; after a wait that grows if it is null. */
    NotDeliveredException until(@Nullable Duration wait) {
        return wait == null ? NotDeliveredException.forNow(words, null) : NotDeliveredException.until(wait, words);
    }

    /** Returns an exception after which it is given up. */
    NotDeliveredException forGood(String whatToDo) {
        return NotDeliveredException.forGood(words + "; " + whatToDo, null);
    }
}
