package dev.unitracker;

import dev.unitracker.notice.Delivery;
import dev.unitracker.run.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How well looking and telling work for an account, at one moment. Immutable.
 *
 * @param at the moment
 * @param lastRead when the latest look that read something ended; null if no look ever did
 * @param inVainSince when the first look began, if no look ever read anything; null if one did, or no look was made
 * @param loginRefused whether a source refused the login and has not accepted it since
 * @param recentRuns the latest looks, latest first, at most ten; empty if none was made
 * @param undelivered the deliveries that failed among the latest hundred that were planned, the latest first
 * @param failing those of these hundred that were tried in vain and are tried again
 * @param waitingSince since when the delivery may be sent that waits longest; null if none waits
 */
public record Health(
        Instant at,
        @Nullable Instant lastRead,
        @Nullable Instant inVainSince,
        boolean loginRefused,
        List<Run> recentRuns,
        List<Delivery> undelivered,
        List<Delivery> failing,
        @Nullable Instant waitingSince) {

    /** Copies the lists. Only {@code lastRead}, {@code inVainSince} and {@code waitingSince} may be null. */
    public Health {
        Objects.requireNonNull(at, "at");
        recentRuns = List.copyOf(recentRuns);
        undelivered = List.copyOf(undelivered);
        failing = List.copyOf(failing);
    }

    /** Tells whether something that may be sent has waited for longer than a time: nobody sends it. */
    public boolean isLate(Duration threshold) {
        return waitingSince != null && Duration.between(waitingSince, at).compareTo(threshold) > 0;
    }

    /** Returns how long ago the latest look that read something ended; empty if no look ever did. */
    public Optional<Duration> silence() {
        return Optional.ofNullable(lastRead).map(read -> Duration.between(read, at));
    }

    /** Tells whether nothing was read for longer than a time. An account at which no look was made is not stale. */
    public boolean isStale(Duration threshold) {
        Instant since = lastRead == null ? inVainSince : lastRead;
        return since != null && Duration.between(since, at).compareTo(threshold) > 0;
    }
}
