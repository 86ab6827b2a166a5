package dev.unitracker.dates;

import dev.unitracker.dates.Span.Day;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells {@code mar 24/11}, which is a martes, from {@code Mar 24}, which is a day of March. */
final class MonthOrWeekday {
    private MonthOrWeekday() {}

    /** Tells whether a name that is both is a weekday, because the number after it begins a date of its own. */
    static boolean isWeekday(Clause clause, int name, int number) {
        return isBoth(clause.word(name))
                && (startsNumeric(clause, number)
                        || startsNamed(clause, number)
                        || isBetweenWeekdays(clause, name, number));
    }

    /** Tells whether a name after a number is the next weekday, as in {@code lun 23 mar 24}. */
    static boolean isNextWeekday(Clause clause, int number, int name) {
        return isBoth(clause.word(name))
                && Names.isWeekday(clause.word(number - 1))
                && clause.number(name + 1) == clause.number(number) + 1;
    }

    private static boolean isBoth(String word) {
        return Names.isMonth(word) && Names.isWeekday(word);
    }

    private static boolean startsNumeric(Clause clause, int at) {
        @Nullable Day day = NumericDates.at(clause, at);
        // "Mar 5-7" is rather a range of March.
        boolean range = clause.mark(at + 1).equals("-") && clause.number(at) < clause.number(at + 2);
        return day != null && !(day.bare() && range);
    }

    private static boolean startsNamed(Clause clause, int at) {
        List<Day> days = NamedDates.at(clause, at);
        // In "Mar 5 - Apr 3" April has a day of its own.
        return !days.isEmpty()
                && !NamedDates.isDayOfMonth(clause, days.get(days.size() - 1).to());
    }

    private static boolean isBetweenWeekdays(Clause clause, int name, int number) {
        int before = isJoint(clause, name - 1) ? name - 2 : name - 1;
        int after = isJoint(clause, number + 1) ? number + 2 : number + 1;
        int day = clause.number(number);
        return (clause.number(before) == day - 1 && Names.isWeekday(clause.word(before - 1)))
                || (Names.isWeekday(clause.word(after)) && clause.number(after + 1) == day + 1);
    }

    private static boolean isJoint(Clause clause, int at) {
        return !clause.mark(at).isEmpty() || Words.AND.contains(clause.word(at));
    }
}
