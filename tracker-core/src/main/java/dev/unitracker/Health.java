package dev.unitracker;

import dev.unitracker.notice.Delivery;
import dev.unitracker.spi.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How well an account is watched and told, all of one moment. Immutable.
 *
 * @param at the moment
 * @param lastRead when the latest look ended that read something; null if none ever did
 * @param inVainSince when the first look began, if none ever read something; null if one did, or none was made
 * @param loginRefused whether a source refused the login, and took none since
 * @param recentRuns the latest looks, latest first, at most ten; empty if none was made
 * @param undelivered what could not be told for good, of the latest hundred that were planned, latest first
 */
public record Health(
        Instant at,
        @Nullable Instant lastRead,
        @Nullable Instant inVainSince,
        boolean loginRefused,
        List<Run> recentRuns,
        List<Delivery> undelivered) {

    /** Copies the lists. Only {@code lastRead} and {@code inVainSince} may be null. */
    public Health {
        Objects.requireNonNull(at, "at");
        recentRuns = List.copyOf(recentRuns);
        undelivered = List.copyOf(undelivered);
    }

    /** Returns how long ago the latest look ended that read something; empty if none ever did. */
    public Optional<Duration> silence() {
        return Optional.ofNullable(lastRead).map(read -> Duration.between(read, at));
    }

    /** Tells whether nothing was read for longer than some time. An account that was never looked at is not stale. */
    public boolean isStale(Duration threshold) {
        Instant since = lastRead == null ? inVainSince : lastRead;
        return since != null && Duration.between(since, at).compareTo(threshold) > 0;
    }
}
