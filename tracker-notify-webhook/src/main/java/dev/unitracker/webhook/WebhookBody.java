package dev.unitracker.webhook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.action.ActionLinks;
import dev.unitracker.notice.Delivery;
import dev.unitracker.notice.Message;
import dev.unitracker.notice.Message.Line;
import dev.unitracker.notice.Message.Subject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a program is told, as docs/channels.md describes it. Texts are plain: whoever shows them escapes them.
 *
 * @param account the account that the messages are of; empty if it is not said
 * @param channel the name of the notifier
 * @param links what can be answered
 */
record WebhookBody(String account, String channel, ActionLinks links) {

    String of(Message message, String recipient, Instant now) {
        ObjectNode body = Json.object()
                .put("type", "message." + message.kind().key())
                .put("timestamp", now.truncatedTo(ChronoUnit.MILLIS).toString());
        ObjectNode data = body.putObject("data");
        if (!account.isEmpty()) {
            data.put("account", account);
        }
        data.put("key", message.key())
                .put("language", message.language().code())
                .put("kind", message.kind().key())
                .put("severity", message.severity().key())
                .put("text", message.text());
        lines(message, data.putArray("lines"));
        about(message.about(), data);
        answers(message, recipient, data.putArray("actions"));
        return body.toString();
    }

    private static void lines(Message message, ArrayNode lines) {
        for (Line line : message.lines()) {
            ObjectNode said = lines.addObject().put("style", word(line.style())).put("text", line.text());
            if (line.link() != null) {
                said.put("link", line.link());
            }
        }
    }

    private static void about(@Nullable Subject about, ObjectNode data) {
        if (about == null) {
            return;
        }
        ObjectNode item = data.putObject("item")
                .put("source", about.item().source())
                .put("key", about.item().key());
        if (about.number() > 0) {
            item.put("number", about.number());
        }
        if (about.url() != null) {
            item.put("url", about.url());
        }
        if (about.change() > 0) {
            data.put("change", about.change());
        }
    }

    private void answers(Message message, String recipient, ArrayNode answers) {
        for (ActionLinks.Link link : links.of(message, new Delivery.Address(channel, recipient))) {
            answers.addObject()
                    .put("action", word(link.action()))
                    .put("label", link.label())
                    .put("url", link.url());
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
