package dev.unitracker.dates;

import dev.unitracker.dates.ClauseReader.Reading;
import dev.unitracker.dates.ClauseReader.Statement;
import dev.unitracker.dates.ClauseReader.Topic;
import dev.unitracker.document.Document;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds dates and places in Spanish and English text. The same text, reference and zone give the same facts on every
 * JVM. Immutable and safe for use by several threads.
 */
public final class DateReader {
    private static final String EXTRACTOR = "date-grammar";
    private static final String LINE_ENDS = "\n\r\u000B\u0085\u2028\u2029";
    private static final char PAGE_END = '\f';

    /** In characters. */
    private static final int LONGEST_LINE = 20_000;

    private final ZoneId zone;

    private DateReader(ZoneId zone) {
        this.zone = Objects.requireNonNull(zone, "zone");
    }

    /**
     * Returns a reader that takes times of day as local times of a zone. A time that the zone skips moves forward by the
     * length of the gap; of a time that it has twice, the earlier one is meant.
     */
    public static DateReader in(ZoneId zone) {
        return new DateReader(zone);
    }

    /**
     * Returns what a text states, in order of appearance.
     *
     * <p>Each line is read alone. Its dates take their type from the nearest keyword of their sentence. A form feed
     * ends a page; only facts of a text with form feeds have a page. No text makes this fail. Of two facts with the same
     * type, label and value the first is kept.
     *
     * <p>A date without a year takes the one that its weekday, or else a year named in its line or in the heading of the
     * text, asks for; where nothing does, the year that puts it nearest to the reference.
     *
     * @param text any text
     * @param reference the text's own date, for example the day on which it was published
     * @return the facts; empty if the text states none
     */
    public List<Fact> facts(String text, LocalDate reference) {
        Objects.requireNonNull(reference, "reference");
        boolean paged = text.indexOf(PAGE_END) >= 0;
        Reader reader = new Reader(text, zone, new Heading(reference));
        int page = 1;
        int start = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || isEnd(text.charAt(at), at - start)) {
                reader.readLine(start, at, paged ? page : null);
                page += at < text.length() && text.charAt(at) == PAGE_END ? 1 : 0;
                start = at + 1;
            }
        }
        return List.copyOf(reader.facts.found);
    }

    /** A line that is longer than any that somebody wrote is read piece by piece: its words need many times its own memory. */
    private static boolean isEnd(char c, int length) {
        return c == PAGE_END || LINE_ENDS.indexOf(c) >= 0 || (length >= LONGEST_LINE && Letters.isSpace(c));
    }

    /**
     * Returns what a document states, in order of appearance, as {@link #facts(String, LocalDate)} does for its plain
     * text. Only facts of a document with more than one page have a page.
     *
     * @param document any document
     * @param reference the document's own date, for example the day on which it was published
     * @return the facts; empty if the document states none
     */
    public List<Fact> facts(Document document, LocalDate reference) {
        return facts(document.text(), reference);
    }

    private record Reader(String text, ZoneId zone, Heading heading, Facts facts) {
        Reader(String text, ZoneId zone, Heading heading) {
            this(text, zone, heading, new Facts());
        }

        void readLine(int start, int end, @Nullable Integer page) {
            List<Token> tokens = Lexer.tokens(text, start, end);
            TextDate date = heading.dateOf(new Clause(text, tokens));
            Topic topic = null;
            for (Clause clause : Sentences.of(text, tokens)) {
                Reading reading = ClauseReader.read(clause, topic, zone, date);
                reading.statements().forEach(statement -> facts.add(clause, statement, page));
                topic = reading.topic();
            }
        }
    }

    private static final class Facts {
        private final List<Fact> found = new ArrayList<>();
        private final Set<Key> seen = new HashSet<>();

        private record Key(FactType type, String label, String value) {}

        void add(Clause clause, Statement statement, @Nullable Integer page) {
            if (seen.add(new Key(statement.type(), statement.label(), statement.value()))) {
                found.add(new Fact(
                        statement.type(),
                        statement.label(),
                        statement.value(),
                        statement.confidence(),
                        EXTRACTOR,
                        Quotes.around(clause, statement.span()),
                        page));
            }
        }
    }
}
