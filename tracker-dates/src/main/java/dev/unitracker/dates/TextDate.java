package dev.unitracker.dates;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When a line was written, and what it says of the years of its dates.
 *
 * @param reference the text's own date
 * @param year the only year that the line or the heading of the text names outside a date, or null
 */
record TextDate(LocalDate reference, @Nullable Integer year) {
    private static final int JUST_PAST = 14;
    private static final int SOON = 60;
    private static final int LAST_MONTH_OF_EXAMS = 2;
    private static final long ANOTHER_YEAR = 5_000;
    private static final long WRONG_WEEKDAY = 20_000;

    /** Returns how unlikely a date is to be meant: its distance in days, and much more for what contradicts it. */
    long doubt(LocalDate date, @Nullable DayOfWeek weekday) {
        long distance = ChronoUnit.DAYS.between(reference, date);
        // A mistaken weekday is likelier than a year away from an exam of next week.
        boolean near = -JUST_PAST <= distance && distance <= SOON;
        boolean contradicted = weekday != null && weekday != date.getDayOfWeek() && !near;
        return Math.abs(distance) + (contradicted ? WRONG_WEEKDAY : 0) + (isOfAnotherYear(date) ? ANOTHER_YEAR : 0);
    }

    private boolean isOfAnotherYear(LocalDate date) {
        if (year == null || year == date.getYear()) {
            return false;
        }
        // One enrols for 2027 in 2026, and sits the last exams of 2026 in February.
        boolean before = date.getYear() < year && !date.isBefore(reference);
        boolean lastExams = date.getYear() == year + 1 && date.getMonthValue() <= LAST_MONTH_OF_EXAMS;
        return !before && !lastExams;
    }
}
