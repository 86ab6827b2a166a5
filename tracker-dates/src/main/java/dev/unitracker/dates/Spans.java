package dev.unitracker.dates;

import dev.unitracker.dates.Span.Clock;
import dev.unitracker.dates.Span.Day;
import dev.unitracker.dates.Span.Keyword;
import dev.unitracker.dates.Span.Place;
import java.util.List;

/** What was found in a clause, each list in order of appearance. */
record Spans(List<Day> days, List<Clock> clocks, List<Place> places, List<Keyword> keywords) {

    Spans withDays(List<Day> kept) {
        return new Spans(kept, clocks, places, keywords);
    }

    /** Returns the index of the last span that ends at or before a token, or -1. */
    static int lastBefore(List<? extends Span> spans, int token) {
        int low = 0;
        int high = spans.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (spans.get(middle).to() <= token) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** Returns the index of the first span that begins at or after a token, or the number of spans. */
    static int firstFrom(List<? extends Span> spans, int token) {
        int low = 0;
        int high = spans.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (spans.get(middle).from() < token) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
