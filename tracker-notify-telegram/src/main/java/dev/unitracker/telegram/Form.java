package dev.unitracker.telegram;

import dev.unitracker.http.WebAddress;
import dev.unitracker.notice.Message.Line;
import dev.unitracker.notice.Message.Style;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A way to write lines for Telegram. Pure. */
enum Form {
    /** With the few tags of Telegram's <a href="https://core.telegram.org/bots/api#html-style">HTML style</a>. */
    HTML,
    /** Without any, for what Telegram does not take otherwise. */
    PLAIN;

    private static final String BULLET = "• ";

    /** Kind, place and length of what is marked. */
    private static final int MARK = 32;

    /** Returns the line as this form can show it: a link that cannot be one is a part of the text. */
    Line fitted(Line line) {
        if (line.link() == null) {
            return line;
        }
        String address = this == HTML ? WebAddress.of(line.link()).orElse(null) : null;
        return address == null
                ? Line.of(line.style(), line.text() + " " + line.link())
                : new Line(line.style(), line.text(), address);
    }

    /** Returns what of a fitted line is read, which is what Telegram counts. */
    String shown(Line line) {
        return before(line) + line.text();
    }

    /** Returns about how many bytes Telegram needs to keep what marks a fitted line: for each mark, and for its address. */
    int markup(Line line) {
        int marks = this == PLAIN ? 0 : (line.style() == Style.HEADING ? 1 : 0) + (line.link() == null ? 0 : 1);
        int address = this == PLAIN || line.link() == null ? 0 : line.link().getBytes(StandardCharsets.UTF_8).length;
        return marks * MARK + address;
    }

    /** Returns fitted lines as they are sent. */
    String written(List<Line> lines) {
        return lines.stream().map(this::written).collect(Collectors.joining("\n"));
    }

    /** Returns what a line of this style begins with. */
    static String before(Line line) {
        return line.style() == Style.DETAIL ? BULLET : "";
    }

    private String written(Line line) {
        if (this == PLAIN) {
            return shown(line);
        }
        String linked = linked(line.text(), line.link());
        return before(line) + (line.style() == Style.HEADING ? "<b>" + linked + "</b>" : linked);
    }

    private static String linked(String text, @Nullable String link) {
        return link == null
                ? escaped(text)
                : "<a href=\"" + escaped(link).replace("\"", "&quot;") + "\">" + escaped(text) + "</a>";
    }

    /** All that has a meaning there is {@code <}, {@code >} and {@code &}; in an attribute the quote as well. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
