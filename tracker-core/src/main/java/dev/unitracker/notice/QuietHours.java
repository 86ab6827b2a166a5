package dev.unitracker.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The hours of each day in which messages wait, unless they would be out of date afterwards. They may go over midnight.
 * Immutable.
 *
 * @param from the first quiet moment of the local day
 * @param to the first moment that is no longer quiet; the same as {@code from} for no quiet hours at all
 * @param zone the zone of both
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {

    /** So that it is not quiet yet even if somebody sends only now and then. */
    private static final Duration BEFORE = Duration.ofMinutes(15);

    /** Null is refused. */
    public QuietHours {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(zone, "zone");
    }

    /** Returns no quiet hours. */
    public static QuietHours none(ZoneId zone) {
        return new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, zone);
    }

    /**
     * Reads quiet hours such as {@code 22:00-07:00}.
     *
     * @throws IllegalArgumentException if the text reads otherwise
     */
    public static QuietHours parse(String text, ZoneId zone) {
        String[] ends = text.split("-", -1);
        if (ends.length == 2) {
            try {
                return new QuietHours(LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip()), zone);
            } catch (DateTimeParseException e) {
                // Told below.
            }
        }
        throw new IllegalArgumentException("quiet hours must read like 22:00-07:00, not '" + text + "'");
    }

    /** Tells whether a moment is quiet. */
    public boolean contains(Instant moment) {
        LocalTime time = moment.atZone(zone).toLocalTime();
        if (from.equals(to)) {
            return false;
        }
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !time.isBefore(from) || time.isBefore(to);
    }

    /**
     * Returns when something may be told that should be told at a moment: at that moment, if it is not quiet; else at
     * the end of the quiet hours. If it expires by that end, it may be told a quarter of an hour before the quiet hours
     * begin, which may be past.
     *
     * @param moment when it should be told
     * @param expiresAt the moment from which on it is not told any more; null if it does not expire
     */
    public Instant place(Instant moment, @Nullable Instant expiresAt) {
        if (!contains(moment)) {
            return moment;
        }
        Instant end = end(moment);
        return expiresAt != null && !expiresAt.isAfter(end) ? begin(moment) : end;
    }

    private Instant end(Instant moment) {
        ZonedDateTime local = moment.atZone(zone);
        ZonedDateTime end = local.with(to);
        return (end.isAfter(local) ? end : local.plusDays(1).with(to)).toInstant();
    }

    private Instant begin(Instant moment) {
        ZonedDateTime local = moment.atZone(zone);
        ZonedDateTime begin = local.with(from);
        return (begin.isAfter(local) ? local.minusDays(1).with(from) : begin)
                .minus(BEFORE)
                .toInstant();
    }
}
