package dev.unitracker.dates;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Remembers the year that the first lines of a text give to those below. */
final class Heading {
    /** The title of an item and the first line of its text. */
    private static final int LINES = 2;

    private final LocalDate reference;
    private int lines;
    private @Nullable Integer year;

    Heading(LocalDate reference) {
        this.reference = reference;
    }

    /** Returns when the next line was written, and the year that it or the heading names. */
    TextDate dateOf(Clause line) {
        if (line.size() > 0 && year == null && lines++ < LINES) {
            year = LoneYear.ofHeading(line, reference.getYear());
        }
        Integer own = LoneYear.in(line, reference.getYear());
        return new TextDate(reference, own == null ? year : own);
    }
}
