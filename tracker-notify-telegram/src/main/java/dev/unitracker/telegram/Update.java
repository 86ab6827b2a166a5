package dev.unitracker.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Something that people did in a chat (<a href="https://core.telegram.org/bots/api#update">Bot API, Update</a>).
 *
 * @param id its number, which grows
 * @param chat the id of the chat; empty if it belongs to none
 * @param type what Telegram calls the chat, such as {@code private}; empty if it belongs to none
 * @param text what was written; empty if nothing was
 * @param press the button that was pressed; null if none was
 * @param move that a group got a new id; null if it says something else
 */
record Update(
        long id,
        String chat,
        String type,
        String text,
        @Nullable Press press,
        @Nullable Move move) {

    /**
     * A button that was pressed.
     *
     * @param query the id under which the press is answered
     * @param data what the button sent
     * @param message the message that it is below, as it is now
     */
    record Press(String query, String data, JsonNode message) {}

    /**
     * A group that became a supergroup, which is told both in the old one and in the new one.
     *
     * @param from the id that it had
     * @param to the id that it has
     */
    record Move(String from, String to) {}

    /** Tells whether only the bot reads there. */
    boolean direct() {
        return type.equals("private");
    }

    /** Tells whether anybody may read there, and press what is below a message. */
    boolean inChannel() {
        return type.equals("channel");
    }

    static Update read(JsonNode json) {
        JsonNode query = json.path("callback_query");
        JsonNode message = query.isMissingNode() ? json.path("message") : query.path("message");
        JsonNode chat = message.path("chat");
        return new Update(
                json.path("update_id").asLong(),
                chat.path("id").asText(),
                chat.path("type").asText(),
                query.isMissingNode() ? message.path("text").asText() : "",
                query.isMissingNode()
                        ? null
                        : new Press(
                                query.path("id").asText(), query.path("data").asText(), message),
                query.isMissingNode() ? move(chat.path("id").asText(), message) : null);
    }

    private static @Nullable Move move(String chat, JsonNode message) {
        if (message.has("migrate_to_chat_id")) {
            return new Move(chat, message.path("migrate_to_chat_id").asText());
        }
        return message.has("migrate_from_chat_id")
                ? new Move(message.path("migrate_from_chat_id").asText(), chat)
                : null;
    }
}
