package dev.unitracker.dates;

import dev.unitracker.dates.Span.Day;
import dev.unitracker.dates.Span.Keyword;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Tells {@code vie 4-12} the date from {@code vie 10-12} the hours, and both from pages. */
final class DashedDays {
    private static final Set<String> OPENING = Set.of(":", "(");
    private static final int LAST_MONTH = 12;

    private DashedDays() {}

    /** In {@code lunes: 10-12} somebody is there from ten to twelve. */
    static boolean mayBeHours(Clause clause, Day day) {
        int number = number(clause, day);
        return clause.mark(number + 1).equals("-") && clause.number(number) < clause.number(number + 2);
    }

    static boolean isOnWeekday(Clause clause, Day day, LocalDate reference) {
        int number = number(clause, day);
        boolean beside = number == day.from() + 1 || clause.mark(number - 1).equals(".");
        return beside
                && day.date()
                        .near(reference)
                        .filter(date -> date.getDayOfWeek() == day.weekday())
                        .isPresent();
    }

    /** Accepts {@code Entrega: 30-11}, which is neither pages nor hours, for these grow. */
    static boolean isDue(Clause clause, Day day, List<Keyword> keywords) {
        boolean opened = OPENING.contains(clause.mark(day.from() - 1));
        int index = Spans.lastBefore(keywords, day.from());
        if (index < 0 || keywords.get(index).to() != (opened ? day.from() - 1 : day.from())) {
            return false;
        }
        Sense sense = keywords.get(index).sense();
        boolean padded = opened && clause.token(day.from()).text().startsWith("0");
        return (sense == Sense.DUE || (opened && sense == Sense.EXAM))
                && (day.date().day() > LAST_MONTH || padded);
    }

    private static int number(Clause clause, Day day) {
        int at = day.from();
        while (at < day.to() && clause.digits(at) == 0) {
            at++;
        }
        return at;
    }
}
