package dev.unitracker.internal.tell;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many deliveries are taken at once: one at first, and twice as many each time that those before were sent soon. What waits
 * to be sent is not heard of meanwhile, and a channel that needs a second for a message would have it wait for a minute.
 */
final class PortionSize {

    private static final int MOST = 64;
    private static final Duration SOON = Duration.ofSeconds(2);

    private int size = 1;
    private @Nullable Instant since;

    /** Returns how many to take now. */
    int next(Instant now) {
        if (since != null) {
            boolean soon = Duration.between(since, now).compareTo(SOON) < 0;
            size = soon ? Math.min(MOST, 2 * size) : 1;
        }
        since = now;
        return size;
    }
}
