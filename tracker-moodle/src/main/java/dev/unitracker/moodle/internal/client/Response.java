package dev.unitracker.moodle.internal.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What Moodle answered to a call.
 *
 * @param call what was asked
 * @param json the answer; missing if it was an error
 * @param error the error; null if it was none
 * @param artifact the hash under which the answer is kept; null if it is not
 */
public record Response(
        Call call,
        JsonNode json,
        @Nullable MoodleError error,
        @Nullable String artifact) {

    private static final String EMPTY = "EMPTY";

    public Response {
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(json, "json");
    }

    static Response failed(Call call, MoodleError error) {
        return new Response(call, MissingNode.getInstance(), error, null);
    }

    /** Returns what stands for the answer to a function that the site does not offer. */
    public static Response notOffered(Call call) {
        return failed(call, new MoodleError("NOT_OFFERED", "the site does not offer " + call.function()));
    }

    /** Returns what stands for an answer that holds nothing of what was asked for. */
    public static Response empty(Call call) {
        return failed(call, new MoodleError(EMPTY, "the answer came back empty; nothing is taken as removed"));
    }

    /** Returns what stands for an answer that could not be read. */
    public static Response unreadable(Call call, @Nullable String why) {
        return failed(call, new MoodleError("UNREADABLE", "the answer cannot be read: " + why));
    }

    /** Tells whether it {@linkplain #empty held nothing} of what was asked for. */
    public boolean isEmpty() {
        return error != null && error.code().equals(EMPTY);
    }

    /** Returns the code of the error; null if it was none. */
    public @Nullable String code() {
        return error == null ? null : error.code();
    }

    /** Tells whether it was no error. */
    public boolean ok() {
        return error == null;
    }
}
