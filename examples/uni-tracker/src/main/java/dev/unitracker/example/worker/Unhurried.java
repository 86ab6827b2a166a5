package dev.unitracker.example.worker;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads that are never interrupted: H2 closes the file of a thread that is, and nobody could write how far he got. What does not
 * end by itself ends with the process.
 */
final class Unhurried extends ThreadPoolExecutor {

    Unhurried(int threads, String name) {
        super(threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named(name));
    }

    /** Returns threads for what is done again and again. */
    static ScheduledExecutorService timed(int threads, String name) {
        return new ScheduledThreadPoolExecutor(threads, named(name)) {
            @Override
            public List<Runnable> shutdownNow() {
                shutdown();
                return List.of();
            }
        };
    }

    private static ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(work, "uni-tracker " + name);
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        return List.of();
    }
}
