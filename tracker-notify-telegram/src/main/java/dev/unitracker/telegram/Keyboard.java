package dev.unitracker.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.action.ActionLinks;
import dev.unitracker.http.WebAddress;
import dev.unitracker.notice.Message.Action;
import dev.unitracker.notice.Message.Subject;
import dev.unitracker.words.Texts;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The buttons below a message, as rows of the Bot API's <a href="https://core.telegram.org/bots/api#inlinekeyboardmarkup">InlineKeyboardMarkup</a>. */
final class Keyboard {

    private Keyboard() {}

    /** Returns a row of what can be answered, then one of what can be opened; no rows if there is nothing. */
    static ArrayNode of(@Nullable Subject about, Texts words) {
        ArrayNode rows = BotApi.array();
        if (about == null) {
            return rows;
        }
        ArrayNode answers = BotApi.array();
        for (Action action : about.actions()) {
            ButtonData.of(action, about)
                    .ifPresent(data -> answers.add(button(action, words).put("callback_data", data.text())));
        }
        add(rows, answers);
        if (about.actions().contains(Action.OPEN)) {
            WebAddress.of(about.url())
                    .ifPresent(url -> add(
                            rows, BotApi.array().add(button(Action.OPEN, words).put("url", url))));
        }
        return rows;
    }

    /** Returns the rows that are left without buttons that lead somewhere. */
    static ArrayNode withoutLinks(ArrayNode rows) {
        return kept(rows, button -> !button.has("url"));
    }

    /** Returns the rows that still make sense after a button was pressed. */
    static ArrayNode after(Action pressed, JsonNode rows) {
        return kept(rows, button -> button.has("url") || (pressed != Action.DONE && !sends(button, pressed)));
    }

    private interface Which {
        boolean keeps(JsonNode button);
    }

    private static ArrayNode kept(JsonNode rows, Which which) {
        ArrayNode kept = BotApi.array();
        for (JsonNode row : rows) {
            ArrayNode buttons = BotApi.array();
            for (JsonNode button : row) {
                if (which.keeps(button)) {
                    buttons.add(button);
                }
            }
            add(kept, buttons);
        }
        return kept;
    }

    private static boolean sends(JsonNode button, Action action) {
        Optional<ButtonData> data =
                ButtonData.parse(button.path("callback_data").asText());
        return data.filter(sent -> sent.action() == action).isPresent();
    }

    private static void add(ArrayNode rows, ArrayNode buttons) {
        if (!buttons.isEmpty()) {
            rows.add(buttons);
        }
    }

    private static ObjectNode button(Action action, Texts words) {
        return BotApi.object().put("text", ActionLinks.label(action, words));
    }
}
