package dev.unitracker.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Dates as fields and facts hold them: a moment ({@code 2026-11-30T21:00:00Z}), or a day without a time ({@code 2026-12-18}). */
public final class DateValue {

    private DateValue() {}

    /**
     * Returns a moment; of a day its last second, since a day is not over before it ends. Empty for what is no date, such as
     * a place.
     *
     * @param zone the zone in which days lie
     */
    public static Optional<Instant> end(String value, ZoneId zone) {
        try {
            return Optional.of(
                    isMoment(value)
                            ? Instant.parse(value)
                            : LocalDate.parse(value)
                                    .plusDays(1)
                                    .atStartOfDay(zone)
                                    .toInstant()
                                    .minusSeconds(1));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Tells whether a date has a time of the day. */
    public static boolean isMoment(String value) {
        return value.contains("T");
    }
}
