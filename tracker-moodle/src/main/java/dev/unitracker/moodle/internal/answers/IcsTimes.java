package dev.unitracker.moodle.internal.answers;

import biweekly.io.TimezoneInfo;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Reads the days and times of an export. None takes the zone of the machine. */
final class IcsTimes {

    /** A day ends a minute before the next one, so that it is shown as the day that it is. */
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final TimezoneInfo zones;
    private final ZoneId zone;

    /**
     * @param zones the zones that the export names and explains
     * @param zone the zone of days, of times that are written without a zone, and of those in a zone that nobody knows
     */
    IcsTimes(TimezoneInfo zones, ZoneId zone) {
        this.zones = zones;
        this.zone = zone;
    }

    /** Tells whether it is a day without a time. */
    static boolean isDay(@Nullable DateOrDateTimeProperty property) {
        return property != null
                && property.getValue() != null
                && !property.getValue().hasTime();
    }

    /**
     * Returns a moment; a day begins with its first.
     *
     * @throws DateTimeException if there is no such day or time
     */
    @Nullable
    Instant moment(@Nullable DateOrDateTimeProperty property) {
        ICalDate date = property == null ? null : property.getValue();
        if (property == null || date == null) {
            return null;
        }
        DateTimeComponents written = date.getRawComponents();
        if (written == null) {
            return date.toInstant();
        }
        LocalDateTime local = local(written);
        return isInZone(property, date, written)
                ? date.toInstant()
                : local.atZone(zone).toInstant();
    }

    /** Returns the end of what lasts until a day, which an export names as the first that it does not take. */
    Instant endBefore(Instant day) {
        return day.minus(MINUTE);
    }

    /** Returns the end of the day that a moment lies in. */
    Instant endOfDay(Instant moment) {
        LocalDate day = moment.atZone(zone).toLocalDate();
        return endBefore(day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** Tells whether the reader of exports knew the zone; of a name that it does not know it takes the machine's. */
    private boolean isInZone(DateOrDateTimeProperty property, ICalDate date, DateTimeComponents written) {
        return date.hasTime()
                && (written.isUtc() || (!zones.isFloating(property) && zones.getTimezone(property) != null));
    }

    /** The reader of exports takes the 31st of a 13th month for a day of the next year. */
    private static LocalDateTime local(DateTimeComponents written) {
        int leapSecond = 60;
        return LocalDateTime.of(
                written.getYear(),
                written.getMonth(),
                written.getDate(),
                written.getHour(),
                written.getMinute(),
                written.getSecond() == leapSecond ? leapSecond - 1 : written.getSecond());
    }
}
