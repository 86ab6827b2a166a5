package dev.unitracker.mail;

import dev.unitracker.mail.Footing.Foot;
import dev.unitracker.notice.Message.Line;
import dev.unitracker.notice.Message.Style;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A letter as a page: no style, no image, no script, nothing that is loaded from anywhere, so that reading it tells
 * nobody. It is built as a tree, in which every text is a text, whatever it looks like. Pure.
 */
final class LetterHtml {

    /** What may be followed from a mail; anything else is shown as text. */
    private static final Pattern WEB = Pattern.compile("^https?://[^\\s<>\"]{1,8000}$", Pattern.CASE_INSENSITIVE);

    private LetterHtml() {}

    /**
     * Returns a letter as HTML.
     *
     * @param language the code of the language, for whoever reads it aloud
     * @param title the subject
     * @param lines what it says
     * @param below the links below it; may be empty
     */
    static String of(String language, String title, List<Line> lines, List<Foot> below) {
        Document page = Document.createShell("");
        page.outputSettings().prettyPrint(false).charset(StandardCharsets.UTF_8);
        page.child(0).attr("lang", language);
        page.head().appendElement("meta").attr("charset", "utf-8");
        page.title(title);
        write(lines, page.body());
        if (!below.isEmpty()) {
            Element row = page.body().appendElement("p");
            below.forEach(
                    link -> row.appendChild(link(link.label(), link.url())).appendText(" "));
        }
        return "<!DOCTYPE html>\r\n" + page.outerHtml();
    }

    /** Returns a line alone, as it is counted. */
    static String of(Line line) {
        Element alone = new Element("body");
        write(List.of(line), alone);
        return alone.html();
    }

    private static void write(List<Line> lines, Element into) {
        Element list = null;
        for (Line line : lines) {
            boolean detail = line.style() == Style.DETAIL;
            if (detail && list == null) {
                list = into.appendElement("ul");
            } else if (!detail) {
                list = null;
            }
            Element shown = list == null ? into.appendElement("p") : list.appendElement("li");
            // A text of a source may run from right to left, and its neighbours in the other direction.
            shown.attr("dir", "auto");
            write(line, line.style() == Style.HEADING ? shown.appendElement("strong") : shown);
        }
    }

    private static void write(Line line, Element into) {
        String text = LetterText.clean(line.text());
        String link = line.link();
        if (link == null) {
            into.appendText(text);
        } else if (WEB.matcher(link).matches()) {
            into.appendChild(link(text, link));
        } else {
            into.appendText(text + " " + LetterText.clean(link));
        }
    }

    private static Element link(String text, String url) {
        return new Element("a").attr("href", url).appendText(text.isBlank() ? url : text);
    }
}
