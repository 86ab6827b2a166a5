package dev.unitracker.telegram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Telegram's HTML style as strictly as the Bot API does: the few tags it knows, balanced, and four named entities. */
final class TelegramHtml {

    /** What a text with markup says, and what is marked. */
    record Parsed(String text, ArrayNode entities) {}

    /** The text cannot be read; the message is what the Bot API says then. */
    static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableException(String why) {
            super("Bad Request: can't parse entities: " + why);
        }
    }

    private static final Set<String> TAGS = Set.of(
            "a", "b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "code", "pre", "blockquote", "tg-spoiler");
    private static final Map<String, String> TYPES =
            Map.of("b", "bold", "i", "italic", "u", "underline", "a", "text_link");
    private static final Pattern TAG = Pattern.compile("<(/?)([^\\s>]*)([^>]*)>");
    private static final Pattern HREF = Pattern.compile("\\s*href=\"([^\"]*)\"\\s*");
    private static final Pattern ENTITY = Pattern.compile("&(lt|gt|amp|quot|#\\d+|#x[0-9a-fA-F]+);?");
    private static final int MOST_ENTITIES = 100;

    private record Open(String tag, int offset, String href) {}

    private final String html;
    private final StringBuilder text = new StringBuilder();
    private final ArrayNode entities = JsonNodeFactory.instance.arrayNode();
    private final Deque<Open> open = new ArrayDeque<>();

    private TelegramHtml(String html) {
        this.html = html;
    }

    static Parsed parse(String html) throws UnreadableException {
        TelegramHtml reading = new TelegramHtml(html);
        reading.read();
        return new Parsed(reading.text.toString(), reading.entities);
    }

    private void read() throws UnreadableException {
        int at = 0;
        while (at < html.length()) {
            at = switch (html.charAt(at)) {
                case '<' -> tag(at);
                case '&' -> entity(at);
                default -> {
                    text.append(html.charAt(at));
                    yield at + 1;
                }
            };
        }
        if (!open.isEmpty()) {
            throw new UnreadableException("Can't find end tag corresponding to start tag \""
                    + open.peek().tag() + '"');
        }
    }

    private int tag(int at) throws UnreadableException {
        Matcher tag = TAG.matcher(html).region(at, html.length());
        boolean end = html.startsWith("</", at);
        if (!tag.lookingAt()) {
            throw new UnreadableException((end ? "Unclosed end tag" : "Unclosed start tag") + where(at));
        }
        String name = tag.group(2).toLowerCase(Locale.ROOT);
        if (end) {
            close(name, at);
        } else {
            start(name, tag.group(3), at);
        }
        return tag.end();
    }

    private void start(String name, String attributes, int at) throws UnreadableException {
        if (!TAGS.contains(name)) {
            throw new UnreadableException("Unsupported start tag \"" + name + '"' + where(at));
        }
        Matcher href = HREF.matcher(attributes);
        if (!attributes.isBlank() && !(name.equals("a") && href.matches())) {
            throw new UnreadableException("Unexpected attributes of \"" + name + '"' + where(at));
        }
        open.push(new Open(name, text.length(), attributes.isBlank() ? "" : decoded(href.group(1))));
    }

    private void close(String name, int at) throws UnreadableException {
        if (open.isEmpty()) {
            throw new UnreadableException("Unexpected end tag" + where(at));
        }
        Open start = open.pop();
        if (!name.isEmpty() && !name.equals(start.tag())) {
            throw new UnreadableException("Unmatched end tag" + where(at) + ", expected \"</" + start.tag()
                    + ">\", found \"</" + name + ">\"");
        }
        boolean deadLink = start.tag().equals("a") && !leadsSomewhere(start.href());
        if (text.length() > start.offset() && !deadLink && entities.size() < MOST_ENTITIES) {
            ObjectNode entity = entities.addObject()
                    .put("offset", start.offset())
                    .put("length", text.length() - start.offset())
                    .put("type", TYPES.getOrDefault(start.tag(), start.tag()));
            if (start.tag().equals("a")) {
                entity.put("url", start.href());
            }
        }
    }

    /** Tells whether Telegram takes an address for one of the web. */
    static boolean leadsSomewhere(String url) {
        return url.matches("https?://[^/?#.]+\\.[^/?#]*[^/?#.]([/?#].*)?");
    }

    private int entity(int at) {
        Matcher entity = ENTITY.matcher(html).region(at, html.length());
        if (!entity.lookingAt()) {
            text.append('&');
            return at + 1;
        }
        text.append(decoded(entity.group()));
        return entity.end();
    }

    private static String decoded(String escaped) {
        return ENTITY.matcher(escaped).replaceAll(entity -> Matcher.quoteReplacement(character(entity.group(1))));
    }

    private static String character(String name) {
        return switch (name) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "amp" -> "&";
            case "quot" -> "\"";
            default ->
                Character.toString(
                        name.startsWith("#x")
                                ? Integer.parseInt(name.substring(2), 16)
                                : Integer.parseInt(name.substring(1)));
        };
    }

    private String where(int at) {
        return " at byte offset " + html.substring(0, at).getBytes(StandardCharsets.UTF_8).length;
    }
}
