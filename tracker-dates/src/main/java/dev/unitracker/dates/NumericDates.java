package dev.unitracker.dates;

import dev.unitracker.dates.Span.Day;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads dates written in digits: the day first, or the year first. */
final class NumericDates {
    private static final Set<String> SEPARATORS = Set.of("/", "-", ".");
    private static final Set<String> NEVER_BEFORE = Set.of("/", ".", "=", "+", "$", "#", "%", "\\", "&", "@", "~", "^");
    private static final Set<String> NEVER_AFTER = Set.of("/", "%", "=", "+", "@", "\\", "^", "*", "\u00B0");
    private static final int CENTURY = 2000;

    private NumericDates() {}

    /** Returns the date that begins at a token, or null. */
    static @Nullable Day at(Clause clause, int at) {
        if (clause.digits(at) == 0 || !startsFree(clause, at)) {
            return null;
        }
        Day day = clause.digits(at) == 4 ? yearFirst(clause, at) : dayFirst(clause, at);
        if (day == null || !day.date().isPossible() || !endsFree(clause, day)) {
            return null;
        }
        return startsIsoTime(clause, day.to()) ? day.to(day.to() + 1, null) : day;
    }

    private static @Nullable Day yearFirst(Clause clause, int at) {
        String separator = clause.mark(at + 1);
        boolean complete = SEPARATORS.contains(separator)
                && clause.mark(at + 3).equals(separator)
                && areGlued(clause, at + 1, at + 5)
                && isOneOrTwo(clause, at + 2)
                && isOneOrTwo(clause, at + 4);
        return complete
                ? day(
                        at,
                        at + 5,
                        new WrittenDate(clause.number(at + 4), clause.number(at + 2), clause.number(at)),
                        false)
                : null;
    }

    private static @Nullable Day dayFirst(Clause clause, int at) {
        String separator = clause.mark(at + 1);
        if (!SEPARATORS.contains(separator) || !isOneOrTwo(clause, at) || !isOneOrTwo(clause, at + 2)) {
            return null;
        }
        if (!separator.equals("/") && !areGlued(clause, at + 1, at + 3)) {
            return null;
        }
        return clause.mark(at + 3).equals(separator) && hasYear(clause, at, separator)
                ? withYear(clause, at, separator)
                : withoutYear(clause, at);
    }

    private static boolean hasYear(Clause clause, int at, String separator) {
        int digits = clause.digits(at + 4);
        return (digits == 2 || digits == 4) && (separator.equals("/") || areGlued(clause, at + 3, at + 5));
    }

    private static Day withYear(Clause clause, int at, String separator) {
        int year = clause.number(at + 4);
        boolean shortYear = clause.digits(at + 4) == 2;
        // 1.10.26 may as well be a section or a version; 01.10.26 hardly so.
        boolean bare = shortYear && separator.equals(".") && (clause.digits(at) < 2 || clause.digits(at + 2) < 2);
        return day(at, at + 5, date(clause, at, shortYear ? CENTURY + year : year), bare);
    }

    private static @Nullable Day withoutYear(Clause clause, int at) {
        boolean spelt = clause.word(at + 3).equals("de") || clause.word(at + 3).equals("del");
        if (spelt && clause.digits(at + 4) == 4 && WrittenDate.isPlausible(clause.number(at + 4))) {
            return day(at, at + 5, date(clause, at, clause.number(at + 4)), false);
        }
        // "Parcial 2-7 de diciembre" has its date at the 7.
        boolean named = spelt && clause.mark(at + 1).equals("-") && Names.isMonth(clause.word(at + 4));
        return areGlued(clause, at + 1, at + 3) && !named ? day(at, at + 3, date(clause, at, null), true) : null;
    }

    private static WrittenDate date(Clause clause, int at, @Nullable Integer year) {
        return new WrittenDate(clause.number(at), clause.number(at + 2), year);
    }

    private static Day day(int from, int to, WrittenDate date, boolean bare) {
        return new Day(from, to, date, bare, null);
    }

    private static boolean isOneOrTwo(Clause clause, int at) {
        int digits = clause.digits(at);
        return digits == 1 || digits == 2;
    }

    private static boolean areGlued(Clause clause, int from, int to) {
        for (int at = from; at < to; at++) {
            if (!clause.glued(at)) {
                return false;
            }
        }
        return true;
    }

    private static boolean startsFree(Clause clause, int at) {
        if (!clause.glued(at)) {
            // A spaced fraction such as "1 / 4 / 12" has its first number elsewhere.
            return !clause.mark(at - 1).equals("/");
        }
        String mark = clause.mark(at - 1);
        boolean abbreviated = mark.equals(".") && !clause.word(at - 2).isEmpty();
        boolean numberBefore = clause.glued(at - 1) && clause.digits(at - 2) > 0;
        boolean nameBefore =
                mark.equals("-") && clause.glued(at - 1) && !clause.word(at - 2).isEmpty();
        boolean dashed = nameBefore && !clause.mark(at + 1).equals("/");
        boolean free = !numberBefore || endsRange(clause, at);
        return !mark.isEmpty() && (abbreviated || !NEVER_BEFORE.contains(mark)) && free && !dashed;
    }

    /** Accepts the second date of {@code 9/3-13/3}. */
    private static boolean endsRange(Clause clause, int at) {
        return clause.mark(at - 1).equals("-")
                && clause.mark(at + 1).equals("/")
                && clause.mark(at - 3).equals("/")
                && areGlued(clause, at - 3, at + 3);
    }

    private static boolean endsFree(Clause clause, Day day) {
        int next = day.to();
        if (!clause.glued(next)) {
            return !clause.mark(next).equals("/") || clause.digits(next + 1) == 0;
        }
        String mark = clause.mark(next);
        boolean slashed = clause.mark(day.from() + 1).equals("/");
        if (mark.equals("-")) {
            return slashed;
        }
        boolean numberAfter = clause.glued(next + 1) && clause.digits(next + 1) > 0;
        boolean free = !mark.isEmpty() && !NEVER_AFTER.contains(mark) && !numberAfter;
        return free || startsIsoTime(clause, next);
    }

    private static boolean startsIsoTime(Clause clause, int at) {
        return clause.word(at).equals("t") && clause.glued(at + 1) && clause.digits(at + 1) == 2;
    }
}
