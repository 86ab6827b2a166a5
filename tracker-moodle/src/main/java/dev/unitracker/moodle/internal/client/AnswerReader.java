package dev.unitracker.moodle.internal.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.unitracker.error.SourceUnavailableException;
import dev.unitracker.http.Secrets;
import dev.unitracker.model.StorableText;
import java.util.ArrayList;
import java.util.List;

/** Reads what a Moodle answered during one look: without secrets, and no more than there is room for. For one thread. */
final class AnswerReader {

    private final Secrets secrets;
    private final Room room;

    AnswerReader(Secrets secrets, Room room) {
        this.secrets = secrets;
        this.room = room;
    }

    /**
     * Returns what a batch of answers says. They are in the order of the questions, up to the first error: that is all that
     * tells to which each belongs.
     *
     * @throws SourceUnavailableException if there are none, or too many, or fewer without an error at the end
     */
    List<Said> batch(List<Call> sent, JsonNode responses) {
        List<JsonNode> answers = Json.list(responses);
        if (answers.isEmpty()) {
            throw Rest.unreadable("an empty batch");
        }
        boolean endsWithError = isError(answers.get(answers.size() - 1));
        if (answers.size() > sent.size() || (answers.size() < sent.size() && !endsWithError)) {
            throw Rest.unreadable("a batch of " + answers.size() + " answers to " + sent.size() + " questions");
        }
        List<Said> said = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            said.add(read(sent.get(i), answers.get(i)));
        }
        return said;
    }

    private static boolean isError(JsonNode response) {
        return Json.flag(response, "error");
    }

    private Said read(Call call, JsonNode response) {
        if (isError(response)) {
            MoodleError error = Json.parse(Json.text(response, "exception"))
                    .flatMap(MoodleError::in)
                    .orElse(new MoodleError("unknown", ""));
            return failed(call, error);
        }
        String data = Json.text(response, "data");
        if (!room.fits(data)) {
            return failed(call, MoodleError.tooLarge());
        }
        return Json.parse(data)
                .map(json -> said(call, json, data))
                .orElseGet(() -> failed(call, new MoodleError(MoodleError.NOT_JSON, "")));
    }

    /** Returns an answer. What is read is what is kept: neither a private key in somebody's text nor what no store can keep reaches either. */
    Said said(Call call, JsonNode json, String text) {
        if (call.function().equals(OwnProfile.FUNCTION)) {
            JsonNode pruned = OwnProfile.pruned(json);
            return new Said(call, pruned, Json.write(pruned), null);
        }
        String clean = secrets.hide(StorableText.of(text));
        if (!room.take(clean)) {
            return failed(call, MoodleError.tooLarge());
        }
        JsonNode read = clean.equals(text) ? json : Json.parse(clean).orElse(json);
        return new Said(call, read, clean, null);
    }

    /** Returns an error in place of an answer, without secrets. */
    Said failed(Call call, MoodleError error) {
        return new Said(call, MissingNode.getInstance(), "", error.without(secrets));
    }
}
