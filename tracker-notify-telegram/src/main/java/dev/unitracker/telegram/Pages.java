package dev.unitracker.telegram;

import dev.unitracker.notice.ChannelLimits;
import dev.unitracker.notice.Message.Line;
import java.util.List;

/** What Telegram takes as one message. Pure. */
final class Pages {

    /**
     * Telegram counts UTF-16 units after markup is taken away (<a
     * href="https://core.telegram.org/bots/api#sendmessage">Bot API, sendMessage</a>: 1-4096 characters after entities
     * parsing).
     */
    static final int LONGEST = 4096;

    /** Above 100 <a href="https://limits.tginfo.me/en">the markup of the rest is dropped</a>; a heading with a link has two. */
    private static final int MOST_ENTITIES = 100;

    private static final int ENTITIES_OF_LINE = 2;

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
        return limits(form).parts(lines.stream().map(form::fitted).toList());
    }

    private static ChannelLimits limits(Form form) {
        return ChannelLimits.none()
                .characters(LONGEST, form::shown)
                .sum(MOST_ENTITIES, line -> ENTITIES_OF_LINE)
                .sum(MOST_MARKUP, form::markup)
                .bytes(MOST_BYTES, line -> form.written(List.of(line)));
    }
}
