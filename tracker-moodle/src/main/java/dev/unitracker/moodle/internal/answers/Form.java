package dev.unitracker.moodle.internal.answers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.moodle.internal.client.Json;
import java.util.function.Predicate;

/**
 * What a value of an answer has to be to say something. A number may come as its digits, and yes or no as 1 or 0: what they
 * say is the same.
 */
public enum Form {
    WHOLE("whole number", Json::isWhole),
    DECIMAL("number", Json::isDecimal),
    TIME("time", value -> Json.isWhole(value) && Json.isTime(value)),
    FLAG("yes or no", Json::isFlag),
    TEXT("text", JsonNode::isTextual),
    LIST("list", JsonNode::isArray),
    OBJECT("object", JsonNode::isObject);

    private static final int SHOWN = 40;

    private final String word;
    // What a form asks keeps nothing.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Predicate<JsonNode> fits;

    Form(String word, Predicate<JsonNode> fits) {
        this.word = word;
        this.fits = fits;
    }

    boolean fits(JsonNode value) {
        return fits.test(value);
    }

    /** Returns what is wrong with a value that does not fit, in words. */
    String misfit(String field, JsonNode value) {
        String shown = value.isContainerNode() ? value.toString() : value.asText();
        return field + " is no " + word + ": " + (shown.length() > SHOWN ? shown.substring(0, SHOWN) + "…" : shown);
    }
}
