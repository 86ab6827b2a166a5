package dev.unitracker.example.server;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The place of a row in a list that goes by time: the soonest first, what has no time last; at the same time by number. Immutable.
 *
 * @param at when it is; null if it has no time
 * @param number the number of the item
 */
record Rank(@Nullable Instant at, long number) implements Comparable<Rank> {

    private static final String NO_TIME = "-";
    private static final int PARTS = 2;
    private static final Comparator<Rank> ORDER =
            Comparator.comparing(Rank::end).thenComparing(Rank::number);

    /** Reads the place of the last row before. */
    static Rank read(String cursor, String list) {
        Cursor read = Cursor.read(cursor, list, PARTS);
        return new Rank(moment(read.position().get(0)), read.number(1));
    }

    Cursor cursor(String list) {
        return Cursor.of(list, at == null ? NO_TIME : at, number);
    }

    private static @Nullable Instant moment(String text) {
        try {
            return text.equals(NO_TIME) ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw Cursor.foreign();
        }
    }

    private Instant end() {
        return at == null ? Instant.MAX : at;
    }

    @Override
    public int compareTo(Rank other) {
        return ORDER.compare(this, other);
    }
}
