package dev.unitracker.dates;

import dev.unitracker.dates.Span.Day;
import java.util.Set;

/** Tells a bare day that begins a row or fills a cell of a schedule: {@code 10/08 - Clase 1}. */
final class Rows {
    /** The largest denominator that somebody writes down without having counted anything. */
    static final int LARGEST_PART = 4;

    private static final Set<String> MARKS = Set.of(":", "-", Lexer.CELL);
    private static final Set<String> WORKS = Words.set("tp tps mesa llamado hw homework assignment");

    private Rows() {}

    static boolean begins(Clause clause, Day day) {
        boolean cell = clause.mark(day.from() - 1).equals(Lexer.CELL);
        boolean marked = MARKS.contains(clause.mark(day.to()));
        boolean likely = isLikely(clause, day) || (marked && !cell && day.date().month() > LARGEST_PART);
        return likely
                && (cell || isStart(clause, day.from()))
                && Keywords.startsAt(clause, marked ? day.to() + 1 : day.to());
    }

    /** Accepts {@code TP 1: 20/4}; {@code TP 1: 8/10} is its grade. */
    static boolean isOfWork(Clause clause, Day day) {
        boolean work = WORKS.contains(clause.word(day.from() - 3)) && clause.digits(day.from() - 2) > 0;
        return work && !clause.mark(day.from() - 1).isEmpty() && isLikely(clause, day);
    }

    /** Tells whether a day looks like no part of anything. */
    static boolean isLikely(Clause clause, Day day) {
        return isPadded(clause, day) || day.date().day() > day.date().month();
    }

    static boolean isPadded(Clause clause, Day day) {
        return clause.digits(day.from()) == 2 && clause.digits(day.from() + 2) == 2;
    }

    /** Tells whether only the bullet or the number of a list stands before a token. */
    private static boolean isStart(Clause clause, int at) {
        boolean numbered = at == 2 && clause.digits(0) > 0 && Set.of(")", ".").contains(clause.mark(1));
        boolean bullet = at == 1 && !clause.mark(0).isEmpty();
        return at == 0 || bullet || numbered;
    }
}
