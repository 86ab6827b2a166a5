package dev.unitracker.example.server;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All streams of events that are open. One question at a time tells of all their accounts whether there is news, whichever process
 * wrote it; it is asked only while a stream is open. Each stream has a thread of its own, which a slow reader keeps. Safe for use by
 * several threads.
 */
final class Streams implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger("unitracker.api");

    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final Map<String, String> LATER = Map.of("Retry-After", "15");
    private static final Duration PATIENCE = Duration.ofMillis(500);

    /** What is written to somebody who is gone is refused by his machine; only what is written after that fails. */
    private static final int PROBES = 2;

    private static final Duration PROBED = Duration.ofMillis(150);

    private final Hosted hosted;
    private final StreamPace pace;
    private final ExecutorService writers = Executors.newCachedThreadPool(work -> daemon(work, "events"));
    private final ScheduledExecutorService asking =
            Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "news"));
    private final Set<EventStream> open = new HashSet<>();
    private boolean closed;

    Streams(Hosted hosted, StreamPace pace) {
        this.hosted = hosted;
        this.pace = pace;
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, "uni-tracker " + name);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Begins to send events to whoever made a request, which is asynchronous already.
     *
     * @param check throws a {@link Refusal} once he may not read any more
     * @return what is complete when the stream has ended
     * @throws Refusal if too many are open already, or the server is ending
     */
    CompletableFuture<Void> begin(Context context, Events events, Runnable check) {
        EventStream stream = new EventStream(context, events, check, pace);
        for (int i = 0; i < PROBES && isFullFor(stream); i++) {
            // Somebody who loads a page again and again has left streams behind.
            rivals(stream).forEach(EventStream::probe);
            await(PROBED, () -> !isFullFor(stream));
        }
        add(stream);
        return CompletableFuture.runAsync(stream, writers).handle((done, failure) -> {
            remove(stream);
            return null;
        });
    }

    private synchronized void add(EventStream stream) {
        if (closed) {
            throw Refusal.unavailable("the server is ending; ask again later");
        }
        if (open.size() >= pace.inAll()) {
            throw new Refusal(
                    UNAVAILABLE, "too many streams of events are open; ask again later, or ask for /changes", LATER);
        }
        if (isFullFor(stream)) {
            throw new Refusal(
                    TOO_MANY,
                    "this account has " + pace.ofAccount() + " streams of events open already; close one of them",
                    LATER);
        }
        open.add(stream);
        if (open.size() == 1) {
            askLater();
        }
    }

    private synchronized boolean isFullFor(EventStream stream) {
        long same = open.stream()
                .filter(other -> other.account().equals(stream.account()))
                .count();
        return open.size() >= pace.inAll() || same >= pace.ofAccount();
    }

    private synchronized List<EventStream> rivals(EventStream stream) {
        boolean anybody = open.size() >= pace.inAll();
        return open.stream()
                .filter(other -> anybody || other.account().equals(stream.account()))
                .toList();
    }

    private synchronized void remove(EventStream stream) {
        open.remove(stream);
        notifyAll();
    }

    private void askLater() {
        var unused = asking.schedule(this::ask, pace.asking().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The next question is asked even if this one fails: a database may be away for a while. */
    private void ask() {
        Set<EventStream> listening = listening();
        try {
            Map<String, Long> numbers = hosted.lastChanges(
                    listening.stream().map(EventStream::account).collect(Collectors.toSet()));
            listening.stream()
                    .filter(stream -> numbers.getOrDefault(stream.account(), 0L) > stream.last())
                    .forEach(EventStream::wake);
        } catch (RuntimeException e) {
            log.debug("whether there is news could not be asked; it is asked again", e);
        }
        goOn();
    }

    private synchronized Set<EventStream> listening() {
        return Set.copyOf(open);
    }

    private synchronized void goOn() {
        if (!open.isEmpty() && !closed) {
            askLater();
        }
    }

    /** Ends all streams, and hangs up on whoever reads so slowly that his cannot be ended soon. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        asking.shutdown();
        listening().forEach(EventStream::end);
        await(PATIENCE, open::isEmpty);
        listening().forEach(EventStream::hangUp);
        await(PATIENCE, open::isEmpty);
        writers.shutdown();
    }

    private synchronized void await(Duration time, BooleanSupplier condition) {
        long until = System.nanoTime() + time.toNanos();
        try {
            long left = time.toMillis();
            while (!condition.getAsBoolean() && left > 0) {
                wait(left);
                left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
