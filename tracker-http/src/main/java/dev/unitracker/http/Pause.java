package dev.unitracker.http;

import java.time.Duration;

/**
 * How an {@link HttpDoor} waits. A test gives one that only moves its clock. Called by each thread that makes a request, so it must
 * be safe for use by several threads.
 */
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
