package dev.unitracker.moodle.internal.client;

import java.time.Duration;

/**
 * How often a request is tried, and how long it is waited in between.
 *
 * @param attempts how often it is tried in all
 * @param first the wait after the first try; it doubles each time, give or take a half
 * @param longest no wait is longer, whatever the server asks for
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
}
