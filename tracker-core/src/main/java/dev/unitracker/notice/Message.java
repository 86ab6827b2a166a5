package dev.unitracker.notice;

import dev.unitracker.model.ItemId;
import dev.unitracker.words.Language;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is told, in words, as it is sent. All text comes from the source as it is: a notifier escapes it for where it
 * goes.
 *
 * @param key the same for the same message to the same recipient, so that who gets it twice can tell
 * @param language the language that it is written in, and that a notifier adds its own words in
 * @param kind what sort of message it is
 * @param severity how much it matters
 * @param lines what it says, at least one line
 * @param about what can be done with it; null if nothing can
 */
public record Message(
        String key,
        Language language,
        NoticeKind kind,
        Severity severity,
        List<Line> lines,
        @Nullable Subject about) {

    /**
     * Copies the list. Only {@code about} may be null.
     *
     * @throws IllegalArgumentException if there is no line
     */
    public Message {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(severity, "severity");
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a message says something: " + key);
        }
    }

    /** How a line is to be shown. */
    public enum Style {
        /** Says what the message or a part of it is about. */
        HEADING,

        /** Says what it says, without emphasis. */
        PLAIN,

        /** Belongs to the line before. */
        DETAIL
    }

    /**
     * One line.
     *
     * @param style how it is to be shown
     * @param text one line of plain text
     * @param link where it leads; null if nowhere
     */
    public record Line(Style style, String text, @Nullable String link) {

        /** Only {@code link} may be null. */
        public Line {
            Objects.requireNonNull(style, "style");
            Objects.requireNonNull(text, "text");
        }

        /** Returns a line without a link. */
        public static Line of(Style style, String text) {
            return new Line(style, text, null);
        }
    }

    /** What a recipient may answer. */
    public enum Action {
        /** Yes, I know. It is not repeated then. */
        ACKNOWLEDGE,

        /** It is done. The item counts as completed. */
        DONE,

        /** Tell me again tomorrow. */
        SNOOZE,

        /** Show me. The link leads there. */
        OPEN
    }

    /**
     * What a message is about.
     *
     * @param item its item; of several items, their course
     * @param number the {@linkplain dev.unitracker.model.StoredItem#number number} of that item; 0 if it is not known
     * @param change the ledger number of its latest change, by which it is acknowledged; 0 for a reminder
     * @param url the item's link; null if it has none
     * @param actions what makes sense, in this order
     */
    public record Subject(
            ItemId item, long number, long change, @Nullable String url, List<Action> actions) {

        /** Copies the list. Only {@code url} may be null. */
        public Subject {
            Objects.requireNonNull(item, "item");
            actions = List.copyOf(actions);
        }
    }

    /** Returns the message as plain text, a line each, details indented, links behind their text. */
    public String text() {
        return lines.stream()
                .map(line -> (line.style() == Style.DETAIL ? "  " : "")
                        + line.text()
                        + (line.link() == null ? "" : " " + line.link()))
                .collect(Collectors.joining("\n"));
    }
}
