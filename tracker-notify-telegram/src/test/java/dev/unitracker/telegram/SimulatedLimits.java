package dev.unitracker.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.unitracker.telegram.SimulatedChat.Shown;
import java.nio.charset.StandardCharsets;
import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;

/** What Telegram takes as a message. */
final class SimulatedLimits {

    private static final int LONGEST_TEXT = 4096;
    private static final int MOST_BUTTON_BYTES = 64;

    /** All addresses and what goes with them (tdlib/telegram-bot-api 165). */
    private static final int MOST_BYTES_OF_ENTITIES = 9500;

    private SimulatedLimits() {}

    /** Puts text and buttons into a message; returns what is wrong with them, or null. */
    static @Nullable MockResponse write(Shown message, JsonNode parameters) throws TelegramHtml.UnreadableException {
        String text = parameters.path("text").asText();
        if (parameters.path("parse_mode").asText().equals("HTML")) {
            TelegramHtml.Parsed parsed = TelegramHtml.parse(text);
            text = parsed.text();
            message.entities = parsed.entities();
        } else if (parameters.path("entities") instanceof ArrayNode entities) {
            message.entities = entities;
        }
        if (size(message.entities) > MOST_BYTES_OF_ENTITIES) {
            return refused("Bad Request: ENTITIES_TOO_LONG");
        }
        message.text = text;
        message.buttons = BotApiSimulator.rows(parameters.path("reply_markup"));
        if (text.isBlank()) {
            return refused("Bad Request: message text is empty");
        }
        if (text.length() > LONGEST_TEXT) {
            return refused("Bad Request: message is too long");
        }
        if (!wellFormed(text)) {
            return refused("Bad Request: strings must be encoded in UTF-8");
        }
        return buttons(message.buttons);
    }

    private static int size(ArrayNode entities) {
        int size = 0;
        for (JsonNode entity : entities) {
            size += 16 + entity.path("url").asText().getBytes(StandardCharsets.UTF_8).length;
        }
        return size;
    }

    private static @Nullable MockResponse buttons(ArrayNode rows) {
        for (JsonNode row : rows) {
            for (JsonNode button : row) {
                String url = button.path("url").asText();
                int bytes = button.path("callback_data").asText().getBytes(StandardCharsets.UTF_8).length;
                if (button.has("url") && !TelegramHtml.leadsSomewhere(url)) {
                    return refused("Bad Request: inline keyboard button URL '" + url + "' is invalid: Wrong HTTP URL");
                }
                if (!button.has("url") && (bytes < 1 || bytes > MOST_BUTTON_BYTES)) {
                    return refused("Bad Request: BUTTON_DATA_INVALID");
                }
            }
        }
        return null;
    }

    /** Half a character arrives as a question mark, or not at all. */
    private static boolean wellFormed(String text) {
        return StandardCharsets.UTF_16.newEncoder().canEncode(text) && text.indexOf('\uFFFD') < 0;
    }

    private static MockResponse refused(String description) {
        return BotApiSimulator.refused(400, description);
    }
}
