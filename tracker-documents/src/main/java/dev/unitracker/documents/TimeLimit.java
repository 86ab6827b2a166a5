package dev.unitracker.documents;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs work that may never end. */
final class TimeLimit {
    static final String THREAD = "tracker-file-text";

    private TimeLimit() {}

    /**
     * Runs work in a daemon thread of its own and waits for it. Work that is not ready in time is interrupted and left
     * alone.
     *
     * @throws TimeoutException if the time is over
     * @throws ExecutionException if the work failed, with any throwable
     * @throws InterruptedException if the waiting thread was interrupted; the work is interrupted too
     */
    static <T> T within(Duration limit, Callable<T> work)
            throws TimeoutException, ExecutionException, InterruptedException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, THREAD);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            task.cancel(true);
        }
    }
}
