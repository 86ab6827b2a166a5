package dev.unitracker.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

/** So many requests in a minute, remembered in memory. Safe for use by several threads. */
final class MinuteBudget implements RequestBudget {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final int perMinute;
    private final InstantSource clock;
    private final Deque<Instant> lastMinute = new ArrayDeque<>();

    MinuteBudget(int perMinute, InstantSource clock) {
        if (perMinute < 1) {
            throw new IllegalArgumentException("requests must be positive: " + perMinute);
        }
        this.perMinute = perMinute;
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public synchronized Duration take() {
        Instant now = clock.instant();
        while (!lastMinute.isEmpty() && !lastMinute.peekFirst().plus(MINUTE).isAfter(now)) {
            lastMinute.removeFirst();
        }
        if (lastMinute.size() >= perMinute) {
            return Duration.between(now, lastMinute.getFirst().plus(MINUTE));
        }
        lastMinute.addLast(now);
        return Duration.ZERO;
    }
}
