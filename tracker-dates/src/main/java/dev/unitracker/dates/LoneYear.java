package dev.unitracker.dates;

import dev.unitracker.dates.Span.Day;
import dev.unitracker.dates.Token.Kind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the year of {@code Cronograma 2026}: one that is no part of a date. */
final class LoneYear {
    private static final Set<String> NOT_BEFORE = Set.of("$", "#", "+", "=", "/", ":", "\u00B0");
    private static final Set<String> NOT_AFTER = Words.set("hs hrs h horas hours % alumnos estudiantes students");
    private static final Set<String> SENTENCE_ENDS = Set.of(".", "!", "?", "\u2026");
    private static final int LONGEST_DATE = 32;
    private static final int LONGEST_HEADING = 20;

    private LoneYear() {}

    /** Returns the only year within one year of the reference that a line names outside a date; else null. */
    static @Nullable Integer in(Clause line, int reference) {
        Integer lone = null;
        for (int at = 0; at < line.size(); at++) {
            int year = line.digits(at) == 4 ? line.number(at) : -1;
            boolean known = lone != null && lone == year;
            if (Math.abs(year - reference) <= 1 && !known && standsAlone(line, at) && !isPartOfDate(line, at)) {
                if (lone != null) {
                    return null;
                }
                lone = year;
            }
        }
        return lone;
    }

    /**
     * Returns the year that the first lines of a text give to those below, or null. A year gone by gives none: it rather
     * names an old exam that is handed out again.
     */
    static @Nullable Integer ofHeading(Clause line, int reference) {
        boolean heading = line.size() <= LONGEST_HEADING && !SENTENCE_ENDS.contains(line.mark(line.size() - 1));
        Integer year = heading ? in(line, reference) : null;
        return year == null || year < reference ? null : year;
    }

    private static boolean standsAlone(Clause line, int at) {
        String sign = line.mark(at - 1);
        boolean counted = Words.COUNTED.contains(line.word(sign.isEmpty() ? at - 1 : at - 2));
        boolean room = Places.at(line, at - 1) != null;
        boolean numberBefore = !sign.isEmpty() && line.glued(at) && line.glued(at - 1) && line.digits(at - 2) > 0;
        boolean numberAfter = line.glued(at + 1) && line.glued(at + 2) && line.digits(at + 2) > 0;
        boolean unit =
                at + 1 < line.size() && NOT_AFTER.contains(line.token(at + 1).text());
        return !counted && !room && !NOT_BEFORE.contains(sign) && !numberBefore && !numberAfter && !unit;
    }

    private static boolean isPartOfDate(Clause line, int at) {
        for (int start = Math.max(0, at - LONGEST_DATE); start < at; start++) {
            if (endOfDate(line, start) > at) {
                return true;
            }
        }
        return false;
    }

    private static int endOfDate(Clause line, int start) {
        if (line.token(start).is(Kind.MARK)) {
            return start;
        }
        int end = start;
        for (Day day : NamedDates.at(line, start)) {
            end = day.to();
        }
        Day numeric = NumericDates.at(line, start);
        return numeric == null ? end : Math.max(end, numeric.to());
    }
}
