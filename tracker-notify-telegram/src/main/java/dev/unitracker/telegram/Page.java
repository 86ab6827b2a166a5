package dev.unitracker.telegram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.notice.Message;
import dev.unitracker.notice.Message.Line;
import dev.unitracker.notice.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a message that Telegram takes as one.
 *
 * @param lines what it says, fitted to the form
 * @param form how it is written
 * @param silent whether the recipient's device makes no sound
 * @param buttons the rows of buttons below it; none but for the last part of a message
 */
record Page(List<Line> lines, Form form, boolean silent, ArrayNode buttons) {

    static List<Page> of(Message message) {
        return of(
                message.lines(),
                Form.HTML,
                message.severity() == Severity.INFORMATION,
                Keyboard.of(message.about(), TelegramNotifier.words(message.language())));
    }

    private static List<Page> of(List<Line> lines, Form form, boolean silent, ArrayNode buttons) {
        List<Page> pages = new ArrayList<>();
        for (List<Line> part : Pages.of(lines, form)) {
            pages.add(new Page(part, form, silent, BotApi.array()));
        }
        Page last = pages.remove(pages.size() - 1);
        pages.add(new Page(last.lines(), form, silent, buttons));
        return pages;
    }

    /** Returns the same without anything but text that could be refused; more than one if links make it too long. */
    List<Page> plainly() {
        return of(lines, Form.PLAIN, silent, Keyboard.withoutLinks(buttons));
    }

    /** Returns the parameters of <a href="https://core.telegram.org/bots/api#sendmessage">sendMessage</a>. */
    ObjectNode to(String chat) {
        ObjectNode parameters = BotApi.object()
                .put("chat_id", chat)
                .put("text", form.written(lines))
                .put("disable_notification", silent);
        if (form == Form.HTML) {
            parameters.put("parse_mode", "HTML");
        }
        // A preview of a page behind a login shows the login.
        parameters.putObject("link_preview_options").put("is_disabled", true);
        if (!buttons.isEmpty()) {
            parameters.putObject("reply_markup").set("inline_keyboard", buttons);
        }
        return parameters;
    }
}
