package dev.unitracker.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Something that people did in a chat (<a href="https://core.telegram.org/bots/api#update">Bot API, Update</a>).
 *
 * @param id its number, which grows
 * @param chat the id of the chat; empty if it belongs to none
 * @param direct whether only the bot reads there
 * @param text what was written; empty if nothing was
 * @param press the button that was pressed; null if none was
 */
record Update(
        long id,
        String chat,
        boolean direct,
        String text,
        @Nullable Press press) {

    /**
     * A button that was pressed.
     *
     * @param query the id under which the press is answered
     * @param data what the button sent
     * @param message the message that it is below, as it is now
     */
    record Press(String query, String data, JsonNode message) {}

    static Update read(JsonNode json) {
        JsonNode query = json.path("callback_query");
        JsonNode message = query.isMissingNode() ? json.path("message") : query.path("message");
        JsonNode chat = message.path("chat");
        return new Update(
                json.path("update_id").asLong(),
                chat.path("id").asText(),
                chat.path("type").asText().equals("private"),
                query.isMissingNode() ? message.path("text").asText() : "",
                query.isMissingNode()
                        ? null
                        : new Press(
                                query.path("id").asText(), query.path("data").asText(), message));
    }
}
