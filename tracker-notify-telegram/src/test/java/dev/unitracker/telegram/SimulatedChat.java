package dev.unitracker.telegram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A chat as those in it see it. */
final class SimulatedChat {

    /** A message of the bot, as it is now. */
    static final class Shown {
        final int id;
        String text = "";
        ArrayNode entities = JsonNodeFactory.instance.arrayNode();
        ArrayNode buttons = JsonNodeFactory.instance.arrayNode();
        boolean silent;

        Shown(int id) {
            this.id = id;
        }

        /** Returns the buttons in reading order, for example {@code Done=d:2}. */
        List<String> buttons() {
            List<String> all = new ArrayList<>();
            buttons.forEach(row -> row.forEach(button -> all.add(button.path("text")
                            .asText() + "="
                    + button.path("callback_data").asText(button.path("url").asText()))));
            return all;
        }

        /** Returns what is marked, for example {@code bold:Essay}. */
        List<String> marked() {
            List<String> all = new ArrayList<>();
            entities.forEach(entity -> {
                int offset = entity.path("offset").asInt();
                String part =
                        text.substring(offset, offset + entity.path("length").asInt());
                all.add(entity.path("type").asText() + ":" + part
                        + (entity.has("url") ? "->" + entity.path("url").asText() : ""));
            });
            return all;
        }
    }

    final String id;
    final List<Shown> messages = new ArrayList<>();
    boolean blocked;

    @Nullable
    String movedTo;

    SimulatedChat(String id) {
        this.id = id;
    }

    synchronized List<String> texts() {
        return messages.stream().map(message -> message.text).toList();
    }

    /** Returns where the words of all messages lead to, in reading order. */
    synchronized List<String> links() {
        List<String> links = new ArrayList<>();
        for (Shown message : messages) {
            message.entities.findValuesAsText("url", links);
        }
        return links;
    }

    synchronized Shown last() {
        return messages.get(messages.size() - 1);
    }
}
