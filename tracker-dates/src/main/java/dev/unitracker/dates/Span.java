package dev.unitracker.dates;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Some tokens of a clause that mean something together: from the first one to before {@code to}. */
sealed interface Span {
    int from();

    int to();

    /**
     * A date.
     *
     * @param bare {@code 4/12}, which is a date only where something says so
     */
    record Day(
            int from,
            int to,
            WrittenDate date,
            boolean bare,
            @Nullable DayOfWeek weekday) implements Span {
        Day from(int newFrom, @Nullable DayOfWeek newWeekday) {
            return new Day(newFrom, to, date, bare, newWeekday);
        }

        Day to(int newTo, @Nullable DayOfWeek newWeekday) {
            return new Day(from, newTo, date, bare, newWeekday);
        }
    }

    /**
     * A time of day.
     *
     * @param endOfDay 24:00, which is the next day's midnight
     * @param zone the zone the text itself names, or null
     */
    record Clock(
            int from,
            int to,
            LocalTime time,
            boolean endOfDay,
            @Nullable ZoneId zone) implements Span {}

    /** A place with a name. */
    record Place(int from, int to) implements Span {}

    /** A word that says what a date is about. */
    record Keyword(int from, int to, Sense sense) implements Span {
        FactType type() {
            return sense.type();
        }
    }
}
