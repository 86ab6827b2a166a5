package dev.unitracker.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import okio.Timeout;

/**
 * Until when all questions of a door have to be over.
 *
 * @param end the last moment
 * @param clock tells what time it is
 */
record TimeLimit(Instant end, InstantSource clock) {

    static final TimeLimit NONE = new TimeLimit(Instant.MAX, InstantSource.system());

    /**
     * Returns a limit that ends so much later than now.
     *
     * @throws IllegalArgumentException if the time is not positive
     */
    static TimeLimit of(Duration time, InstantSource clock) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("a time must be positive: " + time);
        }
        return new TimeLimit(clock.instant().plus(time), clock);
    }

    /** Tells whether some time is left after a wait. */
    boolean leaves(Duration wait) {
        return end.equals(Instant.MAX) || clock.instant().plus(wait).isBefore(end);
    }

    boolean isOver() {
        return !leaves(Duration.ZERO);
    }

    /** Has a question end when the limit does, if it would not before. */
    void shorten(Timeout question) {
        if (end.equals(Instant.MAX)) {
            return;
        }
        long left = Math.max(1, Duration.between(clock.instant(), end).toNanos());
        if (question.timeoutNanos() == 0 || question.timeoutNanos() > left) {
            question.timeout(left, TimeUnit.NANOSECONDS);
        }
    }
}
