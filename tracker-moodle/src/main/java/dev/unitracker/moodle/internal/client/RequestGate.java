package dev.unitracker.moodle.internal.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Keeps a site from being overrun: so many requests at once, so many in a minute. A site that says it is too much gets
 * half as many at once from then on. Safe for use by several threads.
 */
final class RequestGate {

    /** How the gate waits; another in tests. */
    interface Pause {
        void sleep(Duration time) throws InterruptedException;
    }

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final int perMinute;
    private final InstantSource clock;
    private final Pause pause;
    private final Deque<Instant> lastMinute = new ArrayDeque<>();
    private int allowed;
    private int under;

    RequestGate(int atOnce, int perMinute, InstantSource clock, Pause pause) {
        this.allowed = atOnce;
        this.perMinute = perMinute;
        this.clock = clock;
        this.pause = pause;
    }

    /** Waits, without a place. */
    void sleep(Duration time) throws InterruptedException {
        pause.sleep(time);
    }

    /** Waits for a place. Whoever enters leaves. */
    void enter() throws InterruptedException {
        Duration wait = takePlace();
        while (!wait.isZero()) {
            pause.sleep(wait);
            wait = takePlace();
        }
    }

    synchronized void leave() {
        under--;
        notifyAll();
    }

    /** Halves how many may be under way at once, down to one. */
    synchronized void slowDown() {
        allowed = Math.max(1, allowed / 2);
    }

    synchronized int allowed() {
        return allowed;
    }

    private synchronized Duration takePlace() throws InterruptedException {
        while (under >= allowed) {
            wait();
        }
        Instant now = clock.instant();
        while (!lastMinute.isEmpty() && !lastMinute.peekFirst().plus(MINUTE).isAfter(now)) {
            lastMinute.removeFirst();
        }
        if (lastMinute.size() >= perMinute) {
            return Duration.between(now, lastMinute.getFirst().plus(MINUTE));
        }
        lastMinute.addLast(now);
        under++;
        return Duration.ZERO;
    }
}
