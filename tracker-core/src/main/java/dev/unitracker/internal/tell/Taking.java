package dev.unitracker.internal.tell;

import dev.unitracker.error.StoreException;
import dev.unitracker.error.TrackerException;
import dev.unitracker.notice.AlertPlan;
import dev.unitracker.notice.AlertSettings;
import dev.unitracker.notice.Delivery;
import dev.unitracker.notice.Delivery.Address;
import dev.unitracker.notice.Delivery.State;
import dev.unitracker.notice.Message;
import dev.unitracker.notice.Notice;
import dev.unitracker.spi.StoreSession;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what is to be sent next out of the outbox, and puts it into words. What is worth nothing any more is skipped on the way,
 * and what would come in quiet hours is put off.
 */
final class Taking {

    private static final Logger log = LoggerFactory.getLogger("unitracker.dispatch");

    /** Longer than any channel takes to send one message. */
    private static final Duration TAKEN_FOR = Duration.ofMinutes(5);

    /** What was taken longer ago is not sent: the channel might need all the time that is left, and what it says is old. */
    private static final Duration FRESH_FOR = Duration.ofMinutes(1);

    private final AlertSettings settings;
    private final MessageWriter writer;
    private final Relevance relevance = new Relevance();

    Taking(AlertSettings settings, MessageWriter writer) {
        this.settings = settings;
        this.writer = writer;
    }

    /**
     * A delivery that was taken.
     *
     * @param message what it says
     * @param at when it was taken
     */
    record Taken(Delivery delivery, Message message, Instant at) {

        /** Tells whether it may be sent as it is. */
        boolean isFresh(Instant now) {
            return now.isBefore(at.plus(FRESH_FOR));
        }
    }

    /**
     * Takes the next deliveries.
     *
     * @param most how many at most
     * @param ended gets how those ended that will not be sent
     * @return in their order; empty if there are none
     */
    List<Taken> from(StoreSession session, Address to, int most, Instant now, List<State> ended) {
        while (true) {
            List<Delivery> next = session.outbox().next(to, now, most);
            Known known = new Known(session);
            known.read(next);
            List<Taken> taken = new ArrayList<>();
            List<Delivery> after = new ArrayList<>();
            for (Delivery delivery : next) {
                after.add(decided(delivery, known, now, taken));
            }
            session.outbox().save(after);
            after.stream()
                    .map(Delivery::state)
                    .filter(state -> state != State.PENDING)
                    .forEach(ended::add);
            if (!taken.isEmpty() || next.isEmpty()) {
                return taken;
            }
        }
    }

    /** Returns a delivery as it is from now on; it is among the taken ones if it is to be sent. */
    private Delivery decided(Delivery delivery, Known known, Instant now, List<Taken> taken) {
        Optional<String> lost = relevance.lost(delivery, known, now);
        if (lost.isPresent()) {
            return delivery.ended(State.SKIPPED, lost.get(), now);
        }
        Instant allowed = allowedAt(delivery, known, now);
        return allowed.isAfter(now)
                ? delivery.postponed(allowed, "quiet hours")
                : inWords(delivery.taken(now.plus(TAKEN_FOR)), known, now, taken);
    }

    /** One that cannot be put into words fails, for it would keep all that come after it waiting. */
    private Delivery inWords(Delivery delivery, Known known, Instant now, List<Taken> taken) {
        try {
            taken.add(new Taken(delivery, writer.write(delivery, known, now), now));
            return delivery;
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            log.warn("a message on {} cannot be put into words", delivery.channel(), e);
            return delivery.released()
                    .ended(State.FAILED, "cannot be put into words: " + TrackerException.inWords(e), now);
        }
    }

    private Instant allowedAt(Delivery delivery, Known known, Instant now) {
        if (!settings.quietHours().contains(now)) {
            return now;
        }
        Notice notice = delivery.notice();
        // It may be past, for what would be worth nothing after the quiet hours.
        return AlertPlan.placed(settings.quietHours(), notice, known.changes(notice), now, delivery.expiresAt());
    }
}
