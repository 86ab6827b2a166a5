package dev.unitracker.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Does things at the same time, and gives up after a while. */
final class Parallel {

    private Parallel() {}

    /** Does one thing in several threads, and returns what came of it. */
    static <T> List<T> run(int threads, Callable<T> task)
            throws InterruptedException, ExecutionException, TimeoutException {
        return run(Collections.nCopies(threads, task));
    }

    /** Does each thing in a thread of its own, and returns what came of them, in their order. */
    static <T> List<T> run(List<Callable<T>> tasks) throws InterruptedException, ExecutionException, TimeoutException {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<Future<T>> running = tasks.stream().map(threads::submit).toList();
            List<T> results = new ArrayList<>();
            for (Future<T> task : running) {
                results.add(task.get(90, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
