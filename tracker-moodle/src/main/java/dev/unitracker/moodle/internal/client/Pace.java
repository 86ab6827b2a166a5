package dev.unitracker.moodle.internal.client;

import dev.unitracker.http.RequestBudget;
import dev.unitracker.http.RetryWaits;
import java.util.Objects;

/**
 * How a site is asked.
 *
 * @param waits how often a request is tried, and how long the waits in between are
 * @param budget how many requests are made, all looks together
 * @param patience how long it is waited for
 */
public record Pace(RetryWaits waits, RequestBudget budget, Patience patience) {

    /** Null is refused. */
    public Pace {
        Objects.requireNonNull(waits, "waits");
        Objects.requireNonNull(budget, "budget");
        Objects.requireNonNull(patience, "patience");
    }
}
