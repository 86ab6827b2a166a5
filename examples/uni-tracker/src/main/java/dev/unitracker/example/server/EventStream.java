package dev.unitracker.example.server;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One stream of events. It runs until whoever reads it hangs up or may not read any more, until it is ended, or until its time is
 * over. Whoever reads too slowly keeps its thread waiting, which holds no more than a few events meanwhile.
 */
final class EventStream implements Runnable {

    private static final Logger log = LoggerFactory.getLogger("unitracker.api");

    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final Context context;
    private final Events events;
    private final Runnable check;
    private final StreamPace pace;
    private final Semaphore news = new Semaphore(0);
    private volatile boolean probed;
    private volatile boolean ended;

    EventStream(Context context, Events events, Runnable check, StreamPace pace) {
        this.context = context;
        this.events = events;
        this.check = check;
        this.pace = pace;
    }

    String account() {
        return events.account();
    }

    /** Returns the number of the last entry that was read for it. */
    long last() {
        return events.last();
    }

    /** Says that there is news. */
    void wake() {
        news.release();
    }

    /** Has it tried out at once whether somebody is still there. */
    void probe() {
        probed = true;
        wake();
    }

    /** Says that it is to end. */
    void end() {
        ended = true;
        wake();
    }

    /** Closes the connection under it, so that what waits for its reader fails. */
    void hangUp() {
        ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }

    @Override
    public void run() {
        try {
            send();
        } catch (IOException e) {
            log.debug("whoever read events is gone", e);
        } catch (Refusal e) {
            log.debug("whoever read events may not go on: {}", e.getMessage());
        } catch (RuntimeException e) {
            // He asks again, and is told then.
            log.warn("a stream of events broke off: {}", e.getMessage());
            log.debug("where it broke off", e);
        }
    }

    private void send() throws IOException {
        OutputStream out = context.res().getOutputStream();
        long over = System.nanoTime() + pace.longest().toNanos();
        long beat = System.nanoTime() + pace.heartbeat().toNanos();
        write(out, List.of(Events.retry(AGAIN.toMillis())));
        sendNews(out);
        while (!ended && left(over) > 0) {
            if (probed || left(beat) <= 0) {
                probed = false;
                check.run();
                write(out, List.of(Events.comment()));
                beat = System.nanoTime() + pace.heartbeat().toNanos();
            }
            await(Math.min(left(beat), left(over)));
            sendNews(out);
        }
    }

    private static long left(long until) {
        return until - System.nanoTime();
    }

    private void sendNews(OutputStream out) throws IOException {
        List<byte[]> some = events.next();
        while (!ended && !some.isEmpty()) {
            write(out, some);
            some = events.next();
        }
    }

    private static void write(OutputStream out, List<byte[]> some) throws IOException {
        for (byte[] bytes : some) {
            out.write(bytes);
        }
        out.flush();
    }

    private void await(long nanos) {
        try {
            if (news.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
                news.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ended = true;
        }
    }
}
