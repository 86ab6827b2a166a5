package dev.unitracker.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks a server over four connections, fifty times a second in all. An answer's time runs from the moment at which it should have
 * been asked for, so that a slow one costs those that wait behind it, too.
 */
final class Asking {

    private static final int CONNECTIONS = 4;
    private static final int A_SECOND = 50;
    private static final long BETWEEN = Duration.ofSeconds(1).toNanos() * CONNECTIONS / A_SECOND;

    private final String address;
    private final int times;

    /**
     * @param length how long is measured; before that, half as long is asked without measuring
     */
    Asking(int port, Duration length) {
        this.address = "http://127.0.0.1:" + port;
        this.times = (int) (length.toNanos() / BETWEEN);
    }

    /** Asks for one path, again and again. */
    Latency of(String path) {
        URI uri = URI.create(address + path);
        ask(uri, times / 2);
        return ask(uri, times);
    }

    private static Latency ask(URI uri, int times) {
        ExecutorService pool = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            long begin = System.nanoTime();
            List<Future<long[]>> all = new ArrayList<>();
            for (int connection = 0; connection < CONNECTIONS; connection++) {
                long first = begin + BETWEEN * connection / CONNECTIONS;
                all.add(pool.submit(() -> askOverOne(uri, first, times)));
            }
            return new Latency(together(all, times));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking for " + uri, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot ask for " + uri, e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static long[] together(List<Future<long[]>> all, int times)
            throws InterruptedException, ExecutionException {
        long[] took = new long[CONNECTIONS * times];
        for (int connection = 0; connection < CONNECTIONS; connection++) {
            System.arraycopy(all.get(connection).get(), 0, took, connection * times, times);
        }
        return took;
    }

    private static long[] askOverOne(URI uri, long first, int times) throws InterruptedException {
        // Each client keeps one connection, which is used again and again.
        HttpClient client = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
        HttpRequest request = HttpRequest.newBuilder(uri).build();
        long[] took = new long[times];
        for (int time = 0; time < times; time++) {
            long due = first + time * BETWEEN;
            LockSupport.parkNanos(due - System.nanoTime());
            check(client, request);
            took[time] = System.nanoTime() - due;
        }
        return took;
    }

    private static void check(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
            // An empty list would be measured as well as a full one.
            if (answer.statusCode() != 200 || answer.body().length < 10) {
                throw new IllegalStateException(request.uri() + " was answered with status " + answer.statusCode()
                        + " and " + answer.body().length + " bytes");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
