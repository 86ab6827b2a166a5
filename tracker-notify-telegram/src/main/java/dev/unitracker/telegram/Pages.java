package dev.unitracker.telegram;

import dev.unitracker.notice.Message.Line;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts lines into messages that Telegram takes: between lines, and within one only if it is longer than a message. What is cut
 * is text that has no markup yet, so no tag and no entity is ever cut. Pure.
 */
final class Pages {

    /**
     * Telegram counts UTF-16 units after markup is taken away, which is what {@link String#length} counts (<a
     * href="https://core.telegram.org/bots/api#sendmessage">Bot API, sendMessage</a>: 1-4096 characters after entities
     * parsing).
     */
    static final int LONGEST = 4096;

    /** Above 100 <a href="https://limits.tginfo.me/en">the markup of the rest is dropped</a>; a heading with a link has two. */
    private static final int MOST_ENTITIES = 100;

    /**
     * Above about 9,500 bytes of markup, long addresses above all, the message is refused: {@code ENTITIES_TOO_LONG} (<a
     * href="https://github.com/tdlib/telegram-bot-api/issues/165">telegram-bot-api 165</a>).
     */
    private static final int MOST_MARKUP = 8_000;

    /** Far below what any Bot API server takes as one request, however long the links are. */
    private static final int MOST_BYTES = 30_000;

    private Pages() {}

    /** Returns the lines as messages, fitted to a form, each of at least one line. */
    static List<List<Line>> of(List<Line> lines, Form form) {
        List<List<Line>> pages = new ArrayList<>();
        List<Line> page = new ArrayList<>();
        for (Line whole : lines) {
            for (Line line : pieces(form.fitted(whole), form)) {
                page.add(line);
                if (page.size() > 1 && !fits(page, form)) {
                    page.remove(page.size() - 1);
                    pages.add(List.copyOf(page));
                    page = new ArrayList<>(List.of(line));
                }
            }
        }
        pages.add(List.copyOf(page));
        return saying(pages);
    }

    /** Telegram takes no message that says nothing; a long run of spaces would be one. */
    private static List<List<Line>> saying(List<List<Line>> pages) {
        List<List<Line>> saying = pages.stream()
                .filter(page -> page.stream().anyMatch(line -> !line.text().isBlank()))
                .toList();
        return saying.isEmpty() ? pages.subList(0, 1) : saying;
    }

    private static boolean fits(List<Line> page, Form form) {
        int length =
                page.stream().mapToInt(line -> form.shown(line).length() + 1).sum() - 1;
        return length <= LONGEST
                && page.size() * 2 <= MOST_ENTITIES
                && page.stream().mapToInt(form::markup).sum() <= MOST_MARKUP
                && form.written(page).getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    }

    private static List<Line> pieces(Line line, Form form) {
        List<Line> pieces = new ArrayList<>();
        int room = LONGEST - (form.shown(line).length() - line.text().length());
        String rest = line.text();
        while (rest.length() > room) {
            int end = end(rest, room);
            pieces.add(new Line(line.style(), rest.substring(0, end), line.link()));
            rest = rest.substring(rest.charAt(end) == ' ' ? end + 1 : end);
        }
        pieces.add(new Line(line.style(), rest, line.link()));
        return pieces;
    }

    /** Returns where to cut: at the last space that leaves something before it, else anywhere but within a character. */
    private static int end(String text, int room) {
        int space = text.lastIndexOf(' ', room);
        if (space > 0) {
            return space;
        }
        return Character.isSurrogatePair(text.charAt(room - 1), text.charAt(room)) ? room - 1 : room;
    }
}
