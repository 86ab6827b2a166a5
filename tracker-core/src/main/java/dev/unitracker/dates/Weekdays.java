package dev.unitracker.dates;

import dev.unitracker.dates.Span.Day;
import java.time.DayOfWeek;
import java.util.Set;

/** Joins a date with the weekday beside it: {@code lunes, 30 de noviembre} or {@code 30/11 (lunes)}. */
final class Weekdays {
    private static final Set<String> BETWEEN = Set.of("el", "the", "dia", "los");
    private static final Set<String> DAY_MARKS = Set.of(".", ",");

    private Weekdays() {}

    static Day around(Clause clause, Day day, int earliest) {
        int at = day.from() - 1;
        if (BETWEEN.contains(clause.word(at))) {
            at--;
        }
        while (DAY_MARKS.contains(clause.mark(at)) && at >= day.from() - 3) {
            at--;
        }
        DayOfWeek before = at >= earliest ? Names.weekday(clause.word(at)) : null;
        return before == null ? withFollowing(clause, day) : day.from(at, before);
    }

    private static Day withFollowing(Clause clause, Day day) {
        String mark = clause.mark(day.to());
        DayOfWeek after = mark.equals("(") || mark.equals(",") ? Names.weekday(clause.word(day.to() + 1)) : null;
        // In "30/11, lunes 7/12" the weekday is the next date's.
        boolean next = !mark.equals("(") && (clause.digits(day.to() + 2) > 0 || clause.digits(day.to() + 3) > 0);
        if (after == null || next) {
            return day;
        }
        int to = mark.equals("(") && clause.mark(day.to() + 2).equals(")") ? day.to() + 3 : day.to() + 2;
        return day.to(to, after);
    }
}
