package dev.unitracker.example.worker;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/**
 * How often an account is looked at: half of the usual time when something is due soon, three times as long by night and when
 * nothing is due for long. Pure.
 *
 * @param usual the time between two looks by day
 * @param least it is never shorter
 * @param most it is never longer
 */
public record Tempo(Duration usual, Duration least, Duration most) {

    /** Twenty minutes by day, ten when something is near, an hour by night and in quiet weeks. */
    public static final Tempo DEFAULT = new Tempo(Duration.ofMinutes(20), Duration.ofMinutes(5), Duration.ofHours(6));

    /** How far it is looked ahead at all. */
    static final Duration AHEAD = Duration.ofDays(7);

    private static final Duration NEAR = Duration.ofDays(2);
    private static final LocalTime EVENING = LocalTime.of(23, 0);
    private static final LocalTime MORNING = LocalTime.of(6, 0);

    /** Of the time between two looks so much has to be over before the next. */
    private static final int QUARTER = 4;

    /**
     * Checks the times.
     *
     * @throws IllegalArgumentException if one is not positive, or the bounds are the wrong way round
     */
    public Tempo {
        Objects.requireNonNull(usual, "usual");
        if (usual.isNegative() || usual.isZero() || least.isNegative() || least.isZero() || most.compareTo(least) < 0) {
            throw new IllegalArgumentException("no times between looks: " + usual + ", " + least + " to " + most);
        }
    }

    /** Returns the time between two looks of an account whose next deadline or exam is at a moment; empty for none. */
    Duration between(Optional<Instant> soonest, Instant now, ZoneId zone) {
        Duration wanted = usual;
        if (soonest.filter(at -> !at.isAfter(now.plus(NEAR))).isPresent()) {
            wanted = usual.dividedBy(2);
        } else if (soonest.isEmpty() || isNight(now.atZone(zone).toLocalTime())) {
            wanted = usual.multipliedBy(3);
        }
        return wanted.compareTo(least) < 0 ? least : wanted.compareTo(most) > 0 ? most : wanted;
    }

    /** Returns the longest time between two looks that there may be. */
    public Duration longest() {
        Duration quiet = usual.multipliedBy(3);
        return quiet.compareTo(most) > 0 ? most : quiet;
    }

    private static boolean isNight(LocalTime time) {
        return !time.isBefore(EVENING) || time.isBefore(MORNING);
    }

    /**
     * Returns when an account is looked at next. Each account has its own place within the time between two looks, so that not
     * all of them are looked at in the same minute, also after all were late.
     *
     * @param began when the last look was to begin
     */
    static Instant next(String account, Instant began, Duration between) {
        long step = Math.max(1, between.toMillis());
        long place = Math.floorMod(spread(account), step);
        long earliest = began.toEpochMilli() + Math.max(1, step / QUARTER);
        long behind = Math.floorMod(place - earliest, step);
        return Instant.ofEpochMilli(earliest + behind);
    }

    /** Names that differ in their last letter only have hashes beside one another. */
    private static long spread(String account) {
        long hash = account.hashCode() * 0x9E3779B97F4A7C15L;
        return hash ^ hash >>> 32;
    }
}
