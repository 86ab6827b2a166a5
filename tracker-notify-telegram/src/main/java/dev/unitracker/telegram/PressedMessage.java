package dev.unitracker.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.notice.Message.Action;

/** A message below which a button was pressed, as it looks afterwards. Pure. */
final class PressedMessage {

    private PressedMessage() {}

    /** What is to be called to change it. */
    record Edit(String method, ObjectNode parameters) {}

    /**
     * Adds what was done to the message's text and takes the buttons away that make no sense any more. What was marked stays
     * so, since its entities go back as they came (<a
     * href="https://core.telegram.org/bots/api#editmessagetext">Bot API, editMessageText</a>). Only the buttons are changed if
     * the text has no room, says it already, or is too old to be sent along.
     */
    static Edit after(Action pressed, JsonNode message, String words) {
        ObjectNode parameters = BotApi.object()
                .put("chat_id", message.path("chat").path("id").asText())
                .put("message_id", message.path("message_id").asLong());
        parameters
                .putObject("reply_markup")
                .set(
                        "inline_keyboard",
                        Keyboard.after(pressed, message.path("reply_markup").path("inline_keyboard")));
        String text = message.path("text").asText();
        String longer = text + "\n" + words;
        if (text.isEmpty() || longer.length() > Pages.LONGEST || text.lines().anyMatch(words::equals)) {
            return new Edit("editMessageReplyMarkup", parameters);
        }
        parameters.put("text", longer);
        parameters.putObject("link_preview_options").put("is_disabled", true);
        if (message.path("entities").isArray()) {
            parameters.set("entities", message.path("entities"));
        }
        return new Edit("editMessageText", parameters);
    }
}
