package dev.unitracker.dates;

import dev.unitracker.dates.Span.Day;
import java.time.DayOfWeek;
import java.util.Set;

/** Joins a date with the weekday beside it: {@code lunes, 30 de noviembre} or {@code 30/11 (lunes)}. */
final class Weekdays {
    private static final Set<String> BETWEEN = Set.of("el", "the", "dia", "los");
    private static final Set<String> DAY_MARKS = Set.of(".", ",", "-", ":", "(", Lexer.CELL);

    private static final Set<String> FOLLOWING = Set.of("(", ",", Lexer.CELL);

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
        return before == null ? withFollowing(clause, day) : withFirst(clause, day.from(at, before), earliest);
    }

    /** In {@code martes y jueves 24 y 26} the first date is the martes. */
    private static Day withFirst(Clause clause, Day day, int earliest) {
        int at = day.from();
        while (at - 2 >= earliest && isJoint(clause, at - 1) && Names.isWeekday(clause.word(at - 2))) {
            at -= 2;
        }
        return day.from(at, Names.weekday(clause.word(at)));
    }

    private static boolean isJoint(Clause clause, int at) {
        return Words.AND.contains(clause.word(at)) || clause.mark(at).equals(",");
    }

    private static Day withFollowing(Clause clause, Day day) {
        String mark = clause.mark(day.to());
        int at = FOLLOWING.contains(mark) ? day.to() + 1 : day.to();
        DayOfWeek after = Names.weekday(clause.word(at));
        // In "30/11, lunes 7/12" the weekday is the next date's.
        boolean next = !mark.equals("(")
                && (NamedDates.isDayOfMonth(clause, at + 1) || NamedDates.isDayOfMonth(clause, at + 2));
        if (after == null || next) {
            return day;
        }
        boolean closed = mark.equals("(") && clause.mark(at + 1).equals(")");
        return day.to(closed ? at + 2 : at + 1, after);
    }
}
