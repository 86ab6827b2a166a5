package dev.unitracker.telegram;

import dev.unitracker.error.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the bot has yet to answer, in order. It is in memory only. Not for use by several threads. */
final class Replies {

    private static final Logger log = LoggerFactory.getLogger("unitracker.telegram");

    /** Nobody waits longer for an answer. */
    private static final Duration WORTH_SOMETHING = Duration.ofHours(1);

    private record Reply(Runnable sending, Runnable instead, Instant since) {}

    private final Deque<Reply> waiting = new ArrayDeque<>();
    private final InstantSource clock;

    Replies(InstantSource clock) {
        this.clock = clock;
    }

    /** Puts something off until {@link #send}. What throws something unexpected is replaced, once. */
    void add(Runnable sending, Runnable instead) {
        waiting.add(new Reply(sending, instead, clock.instant()));
    }

    /** Puts something off that can as well be left undone. */
    void add(Runnable sending) {
        add(sending, () -> {});
    }

    /**
     * Sends what is there.
     *
     * @throws RefusedException if something could not be sent now; it stays the first, as long as somebody waits for it
     * @throws StoreException if what is to be answered could not be read now; likewise
     */
    void send() {
        while (!waiting.isEmpty()) {
            try {
                waiting.getFirst().sending().run();
                waiting.removeFirst();
            } catch (RefusedException e) {
                refused(e);
            } catch (StoreException e) {
                late(e);
                throw e;
            } catch (RuntimeException e) {
                log.warn("an answer could not be made", e);
                Reply reply = waiting.removeFirst();
                waiting.addFirst(new Reply(reply.instead(), () -> {}, reply.since()));
            }
        }
    }

    private void refused(RefusedException e) {
        if (e.temporary()) {
            late(e);
            throw e;
        }
        log.debug("an answer was not taken: {}", e.getMessage());
        waiting.removeFirst();
    }

    private void late(RuntimeException e) {
        if (waiting.getFirst().since().plus(WORTH_SOMETHING).isBefore(clock.instant())) {
            log.warn("an answer could not be sent for too long and is dropped: {}", e.getMessage());
            waiting.removeFirst();
        }
    }
}
