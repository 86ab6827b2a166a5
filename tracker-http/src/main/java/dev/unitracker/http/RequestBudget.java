package dev.unitracker.http;

import java.time.Duration;
import java.time.InstantSource;

/**
 * How many requests may be made. A host that gives one budget to all doors of a server keeps them within it together; one that
 * is kept in a database does so for several processes. Called by each thread that makes a request, so it must be safe for use by
 * several threads.
 */
@FunctionalInterface
public interface RequestBudget {

    /**
     * Takes one request out of the budget, if there is room for one.
     *
     * @return zero if it was taken; else how long to wait before asking again, and nothing was taken
     */
    Duration take();

    /**
     * Returns a budget in memory: so many requests in a minute. When it is used up, there is room again once a minute has passed
     * since the first of them. {@link Integer#MAX_VALUE} is no limit.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    static RequestBudget perMinute(int requests, InstantSource clock) {
        return requests == Integer.MAX_VALUE ? unlimited() : new MinuteBudget(requests, clock);
    }

    /** Returns a budget that always has room. */
    static RequestBudget unlimited() {
        return () -> Duration.ZERO;
    }
}
