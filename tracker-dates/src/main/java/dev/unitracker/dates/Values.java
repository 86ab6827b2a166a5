package dev.unitracker.dates;

import dev.unitracker.dates.Span.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** Writes a date as a fact's value: an instant if there is a time, else the date itself. */
final class Values {
    private Values() {}

    static String of(LocalDate date, @Nullable Clock clock, ZoneId zone) {
        if (clock == null) {
            return date.toString();
        }
        LocalDate day = clock.endOfDay() ? date.plusDays(1) : date;
        ZoneId stated = clock.zone() == null ? zone : clock.zone();
        return ZonedDateTime.of(day, clock.time(), stated).toInstant().toString();
    }
}
