package dev.unitracker.moodle.internal.client;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What a Moodle said to a call, before it is kept.
 *
 * @param json the answer; missing if it was an error
 * @param text the answer as it came, without secrets; empty if it was an error
 * @param error the error; null if it was none
 */
record Said(Call call, JsonNode json, String text, @Nullable MoodleError error) {

    /** Returns the same as an answer to another call. */
    Said to(Call other) {
        return new Said(other, json, text, error);
    }
}
