package dev.unitracker.http;

import java.time.Duration;

/** How a door waits. A test passes one that only moves its clock. Called by any thread that asks. */
@FunctionalInterface
public interface Pause {

    /**
     * Returns when the time is over.
     *
     * @param time never negative; zero is no wait
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    void sleep(Duration time) throws InterruptedException;
}
