package dev.unitracker.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is told to go on. Safe for use by several threads. */
public final class TestClock implements InstantSource {

    private Instant now;

    /** Starts at a moment. */
    public TestClock(Instant start) {
        this.now = start;
    }

    /** Starts at {@link Example#NOON}. */
    public TestClock() {
        this(Example.NOON);
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    /** Goes on by some time, or back by a negative one, and returns the new moment. */
    public synchronized Instant advance(Duration time) {
        now = now.plus(time);
        return now;
    }

    /** Goes to a moment, which may lie in the past. */
    public synchronized void set(Instant moment) {
        now = moment;
    }
}
