package dev.unitracker.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person sees of a message in Discord. Markup that the notifier never writes on purpose is shown in double brackets, so
 * that a test sees it.
 */
final class DiscordScreen {

    private static final Pattern ESCAPED = Pattern.compile("\\\\([^0-9A-Za-z\\s])");
    private static final Pattern LINK = Pattern.compile("\\[((?:\\\\.|[^\\]\\\\])+)]\\((https?://[^\\s()<>]+)\\)");
    private static final Pattern BOLD = Pattern.compile("\\*\\*((?:\\\\.|[^\\\\*])+)\\*\\*(?!\\*)");
    private static final Pattern AT_BEGINNING = Pattern.compile("(?m)^ *(>>> |> |#{1,3} |-# |[-*+] |\\d+\\. )");
    private static final Pattern UNWANTED =
            Pattern.compile("\\*[^*\\s][^*]*\\*|\\b_[^_]+_\\b|__.+?__|~~.+?~~|\\|\\|.+?\\|\\||`[^`]+`"
                    + "|<(@[!&]?|#|a?:\\w+:|t:)\\d+[^>]*>|:[A-Za-z0-9_+-]+:|https?://\\S+|\\[[^\\]]+]\\([^)]+\\)");

    private final List<String> links = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private DiscordScreen() {}

    static DiscordScreen of(JsonNode message) {
        DiscordScreen screen = new DiscordScreen();
        for (JsonNode embed : message.path("embeds")) {
            if (embed.has("url")) {
                screen.links.add(embed.path("url").asText());
            }
            if (embed.has("title")) {
                screen.show(embed.path("title").asText());
            }
            if (embed.has("description")) {
                screen.text.append(screen.text.isEmpty() ? "" : "\n");
                screen.show(embed.path("description").asText());
            }
        }
        return screen;
    }

    String text() {
        return text.toString();
    }

    List<String> links() {
        return links;
    }

    private void show(String markdown) {
        Matcher block = AT_BEGINNING.matcher(markdown);
        int at = 0;
        while (at < markdown.length()) {
            at = next(markdown, at, block);
        }
    }

    private int next(String markdown, int at, Matcher block) {
        boolean beginsLine = at == 0 || markdown.charAt(at - 1) == '\n';
        if (beginsLine && block.find(at) && block.start() == at) {
            return unwanted(block);
        }
        Matcher found = ESCAPED.matcher(markdown).region(at, markdown.length());
        if (found.lookingAt()) {
            text.append(found.group(1));
            return found.end();
        }
        found = LINK.matcher(markdown).region(at, markdown.length());
        if (found.lookingAt()) {
            links.add(found.group(2));
            show(found.group(1));
            return found.end();
        }
        found = BOLD.matcher(markdown).region(at, markdown.length());
        if (found.lookingAt()) {
            show(found.group(1));
            return found.end();
        }
        found = UNWANTED.matcher(markdown).region(at, markdown.length());
        if (found.lookingAt()) {
            return unwanted(found);
        }
        text.append(markdown.charAt(at));
        return at + 1;
    }

    private int unwanted(Matcher found) {
        text.append("⟦").append(found.group()).append("⟧");
        return found.end();
    }
}
