package dev.unitracker.moodle.internal.text;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Texts that say the same in several languages one after the other, which Moodle's filters show in one. A site that does
 * not filter what its web services answer, and files of a course, have them as they were written. The language that comes
 * first is kept then, whatever the student's is.
 */
final class OneLanguage {

    private static final String SPAN = "<span\\b(?=[^<>]*\\bmultilang\\b)[^<>]*+>[^<>]*+</span>";
    private static final Pattern SPANS = Pattern.compile("(" + SPAN + ")(?:\\s*+" + SPAN + ")++");

    private OneLanguage() {}

    /** Returns a text without the marks between languages and without all languages but the first. */
    static String ofMarked(String text) {
        return text.contains("mlang") ? MarkedText.of(text).kept() : text;
    }

    /** Returns a name without all but the first of the spans that each hold one language. */
    static String ofSpans(String name) {
        return name.contains("multilang") ? SPANS.matcher(name).replaceAll("$1") : name;
    }

    /** Tells whether an element says in another language what the one before it says. */
    static boolean repeats(Element element) {
        return holdsOneLanguage(element)
                && before(element) instanceof Element other
                && other.normalName().equals(element.normalName())
                && holdsOneLanguage(other);
    }

    private static boolean holdsOneLanguage(Element element) {
        boolean holds =
                element.normalName().equals("span") || element.normalName().equals("div");
        return holds && element.hasAttr("lang") && element.hasClass("multilang");
    }

    private static @Nullable Node before(Element element) {
        Node node = element.previousSibling();
        while (node instanceof TextNode text && text.isBlank()) {
            node = node.previousSibling();
        }
        return node;
    }
}
