package dev.unitracker.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Keeps a server from being overrun: so many requests at once, so many in a minute. A server that says it is too much gets
 * half as many at once from then on. Safe for use by several threads.
 */
final class RequestGate {

    /** Any number of requests. It is never halved. */
    static final int NO_LIMIT = Integer.MAX_VALUE;

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
        allowed = allowed == NO_LIMIT ? NO_LIMIT : Math.max(1, allowed / 2);
    }

    synchronized int allowed() {
        return allowed;
    }

    private synchronized Duration takePlace() throws InterruptedException {
        while (under >= allowed) {
            wait();
        }
        Duration wait = perMinute == NO_LIMIT ? Duration.ZERO : takeOfBudget(clock.instant());
        if (wait.isZero()) {
            under++;
        }
        return wait;
    }

    private Duration takeOfBudget(Instant now) {
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
