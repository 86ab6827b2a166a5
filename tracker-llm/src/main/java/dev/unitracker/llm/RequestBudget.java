package dev.unitracker.llm;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/** So many requests in a minute; then it is waited. Safe for use by several threads. */
final class RequestBudget {

    /** How it waits; another in tests. */
    interface Pause {
        void sleep(Duration time) throws InterruptedException;
    }

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final int perMinute;
    private final InstantSource clock;
    private final Pause pause;
    private final Deque<Instant> lastMinute = new ArrayDeque<>();

    RequestBudget(int perMinute, InstantSource clock, Pause pause) {
        this.perMinute = perMinute;
        this.clock = clock;
        this.pause = pause;
    }

    /** Waits until another request may be made, and counts it. */
    void take() throws InterruptedException {
        for (Duration wait = place(); !wait.isZero(); wait = place()) {
            pause.sleep(wait);
        }
    }

    private synchronized Duration place() {
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
