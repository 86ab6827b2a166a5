package dev.unitracker.http;

import java.time.Duration;

/**
 * Keeps a server from being overrun: so many requests at once, and no more than a budget has. A server that says it is too much
 * gets half as many at once from then on. Safe for use by several threads.
 */
final class RequestGate {

    /** Any number of requests. It is never halved. */
    static final int NO_LIMIT = Integer.MAX_VALUE;

    private final RequestBudget budget;
    private final Pause pause;
    private int allowed;
    private int under;

    RequestGate(int atOnce, RequestBudget budget, Pause pause) {
        this.allowed = atOnce;
        this.budget = budget;
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

    /** A budget may be far away, so others can leave while it is asked. Who has to wait for it keeps no place. */
    private Duration takePlace() throws InterruptedException {
        waitForPlace();
        boolean taken = false;
        try {
            Duration wait = budget.take();
            taken = wait.isZero();
            return wait;
        } finally {
            if (!taken) {
                leave();
            }
        }
    }

    private synchronized void waitForPlace() throws InterruptedException {
        while (under >= allowed) {
            wait();
        }
        under++;
    }
}
