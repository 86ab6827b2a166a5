package dev.unitracker.moodle.internal.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Texts that say the same in several languages one after the other, which Moodle's filters would show in one. Web
 * services hand them out as they were written. The language that comes first is kept, whatever the account's is: a
 * student who changes it did not see the text change.
 */
final class OneLanguage {

    /** What begins and ends a part, as the filter called multilang2 has it; the end names no language. */
    private static final Pattern MARK = Pattern.compile("\\{ ?mlang(?: ([A-Za-z0-9_, -]{1,60}))? ?\\}");

    private static final String SPAN = "<span\\b(?=[^<>]*\\bmultilang\\b)[^<>]*+>[^<>]*+</span>";
    private static final Pattern SPANS = Pattern.compile("(" + SPAN + ")(?:\\s*+" + SPAN + ")++");

    private OneLanguage() {}

    /** Returns a text without the marks between languages and without all languages but the first. */
    static String ofMarked(String text) {
        if (!text.contains("mlang")) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        Matcher mark = MARK.matcher(text);
        @Nullable String first = null;
        @Nullable String language = null;
        int from = 0;
        int begin = 0;
        while (mark.find()) {
            String named = mark.group(1) == null ? null : mark.group(1).strip();
            if (language == null && named != null) {
                kept.append(text, from, mark.start());
                language = named;
                first = first == null ? named : first;
                from = mark.start();
                begin = mark.end();
            } else if (language != null && named == null) {
                if (language.equals(first)) {
                    kept.append(text, begin, mark.start());
                }
                language = null;
                from = mark.end();
            }
        }
        return kept.append(text, from, text.length()).toString();
    }

    /** Returns a name without all but the first of the spans that each hold one language. */
    static String ofSpans(String name) {
        return name.contains("multilang") ? SPANS.matcher(name).replaceAll("$1") : name;
    }

    /** Tells whether an element says in another language what the one before it says. */
    static boolean repeats(Element element) {
        return holdsOneLanguage(element) && before(element) instanceof Element other && holdsOneLanguage(other);
    }

    private static boolean holdsOneLanguage(Element element) {
        return element.normalName().equals("span") && element.hasAttr("lang") && element.hasClass("multilang");
    }

    private static @Nullable Node before(Element element) {
        Node node = element.previousSibling();
        while (node instanceof TextNode text && text.isBlank()) {
            node = node.previousSibling();
        }
        return node;
    }
}
