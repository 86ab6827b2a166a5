package dev.unitracker.moodle.internal.client;

import java.time.Duration;

/**
 * How long a site is waited for, so that one which sends a byte now and then holds nobody for ever.
 *
 * @param answer how long one try at an answer may take from beginning to end
 * @param file how long one try at a file may take
 * @param look how long all that a look asks may take
 */
public record Patience(Duration answer, Duration file, Duration look) {

    /** What is waited where nobody says otherwise. */
    public static final Patience DEFAULT =
            new Patience(Duration.ofMinutes(3), Duration.ofMinutes(15), Duration.ofHours(1));

    /** Refuses times that are not positive. */
    public Patience {
        for (Duration time : new Duration[] {answer, file, look}) {
            if (time.isNegative() || time.isZero()) {
                throw new IllegalArgumentException("a time must be positive: " + time);
            }
        }
    }
}
