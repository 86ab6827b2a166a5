package dev.unitracker.notice;

import dev.unitracker.model.ItemId;
import dev.unitracker.words.Language;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A message to one recipient, in words, as it is sent. Its texts are plain and may hold anything that a source says, so
 * a notifier must escape them as its channel needs it. Immutable.
 *
 * @param key names this message to this recipient: if the same message comes twice, it has the same key
 * @param language the language of the message, in which a notifier should add its own words
 * @param kind the kind of message
 * @param severity how much it matters
 * @param lines the lines in their order, at least one
 * @param about what it is about and what the recipient may answer; null if there is nothing to answer
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
     * @param text plain text without line breaks
     * @param link the address that the line leads to; null if there is none
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

    /** What a recipient may answer; a notifier may show these as buttons. */
    public enum Action {
        /** "I know of it." The message is not repeated to this recipient. */
        ACKNOWLEDGE,

        /** "It is done." The item counts as completed. */
        DONE,

        /** "Tell me again tomorrow." */
        SNOOZE,

        /** "Show me." The {@linkplain Subject#url link} leads there. */
        OPEN
    }

    /**
     * What a message is about.
     *
     * @param item the item; if the message is about several items, their course
     * @param number the {@linkplain dev.unitracker.model.StoredItem#number number} of that item; 0 if it is not known
     * @param change the ledger number to acknowledge the message by, that of the latest change that it tells; 0 for a
     *     reminder
     * @param url the item's link; null if it has none
     * @param actions the answers that make sense, in the order in which to show them; may be empty
     */
    public record Subject(
            ItemId item, long number, long change, @Nullable String url, List<Action> actions) {

        /** Copies the list. Only {@code url} may be null. */
        public Subject {
            Objects.requireNonNull(item, "item");
            actions = List.copyOf(actions);
        }
    }

    /**
     * Returns the message as plain text: its lines separated by line feeds, details indented by two spaces, each link
     * after its text.
     */
    public String text() {
        return lines.stream()
                .map(line -> (line.style() == Style.DETAIL ? "  " : "")
                        + line.text()
                        + (line.link() == null ? "" : " " + line.link()))
                .collect(Collectors.joining("\n"));
    }
}
