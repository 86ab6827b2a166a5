package dev.unitracker.http;

import io.github.resilience4j.core.IntervalBiFunction;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;

/**
 * How often a request is tried, and how long the waits in between are.
 *
 * @param attempts how often it is tried in all, at least once
 * @param first the wait after the first try, at least a millisecond; it doubles each time, give or take a half
 * @param longest no wait is longer, whatever the server asks for; not shorter than the first
 */
public record RetryWaits(int attempts, Duration first, Duration longest) {

    /** Three tries, with waits of about one and two seconds; never more than a minute. */
    public static final RetryWaits DEFAULT = new RetryWaits(3, Duration.ofSeconds(1), Duration.ofMinutes(1));

    public RetryWaits {
        if (attempts < 1 || first.toMillis() < 1 || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "at least one attempt and one millisecond: " + attempts + " " + first + " " + longest);
        }
    }

    /**
     * Returns how long to wait after so many failures on end. It is always the same: the first wait, doubled each time, up to
     * the longest. It is for programs that try for ever; a door adds chance.
     *
     * @param failures how many there were, at least 1
     */
    public Duration after(int failures) {
        IntervalFunction doubling = IntervalFunction.ofExponentialBackoff(first.toMillis(), 2.0, longest.toMillis());
        // Thirty doublings of a millisecond are twelve days; no wait needs more of them.
        return Duration.ofMillis(doubling.apply(Math.min(failures, 31)));
    }

    /** Returns the waits in milliseconds by the number of the try, from 1. They differ each time. */
    IntervalFunction growing() {
        return IntervalFunction.ofExponentialRandomBackoff(first.toMillis(), 2.0, 0.5, longest.toMillis());
    }

    /** Returns the same, but as long as the server asked for where it did. */
    IntervalBiFunction<HttpAnswer> asAsked() {
        IntervalFunction growing = growing();
        return (attempt, outcome) -> {
            Duration asked = outcome.isRight() ? outcome.get().retryAfter() : null;
            return asked == null
                    ? growing.apply(attempt)
                    : Long.valueOf(Math.min(asked.toMillis(), longest.toMillis()));
        };
    }
}
