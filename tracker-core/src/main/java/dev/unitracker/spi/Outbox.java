package dev.unitracker.spi;

import dev.unitracker.model.ItemId;
import dev.unitracker.notice.Delivery;
import dev.unitracker.notice.Delivery.Address;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The deliveries of one account: what is to be told to whom, and what was.
 *
 * <p>A part of a {@link StoreSession}, which says how long it is valid, in which thread, and what it throws.
 */
public interface Outbox {

    /** What waits for longer waits for somebody who is told nothing any more. */
    Duration LONGEST_WAIT = Duration.ofDays(7);

    /**
     * Adds deliveries. If one with the same {@linkplain Delivery#key key} is there already, that one stays as it is.
     */
    void add(Collection<Delivery> deliveries);

    /** Replaces the timing and the progress of the delivery with the same key; if there is none, nothing happens. */
    void save(Delivery delivery);

    /** Does what {@link #save(Delivery)} does, for several. Default: one after the other. */
    default void save(Collection<Delivery> deliveries) {
        deliveries.forEach(this::save);
    }

    /** Returns a delivery by its {@linkplain Delivery#key key}; empty if it is not there. */
    Optional<Delivery> find(String key);

    /**
     * Returns the deliveries to send next to one recipient, at most {@code limit}; empty if there are none. Each is
     * pending, may be sent at {@code now}, and nobody else is sending it then. The first is the one with the earliest
     * {@linkplain Delivery#notBefore not-before}, of several the one whose latest change has the lowest number, then
     * the first by key.
     */
    List<Delivery> next(Address to, Instant now, int limit);

    /** Returns the first delivery to send next to one recipient; empty if there is none. */
    default Optional<Delivery> next(String channel, String recipient, Instant now) {
        return next(new Address(channel, recipient), now, 1).stream().findFirst();
    }

    /** Returns the deliveries whose latest change has this ledger number, ordered by key; empty if there are none. */
    List<Delivery> telling(long change);

    /**
     * Returns the deliveries that were planned last, the latest first, then by key, at most {@code limit}; empty if
     * there are none.
     *
     * @param item the item, for deliveries about this one item only; null for all
     */
    List<Delivery> latest(@Nullable ItemId item, int limit);

    /**
     * Returns since when the delivery may be sent that waits longest: it is pending, may be sent at {@code now} and still then, and
     * could be for no more than a week. Empty if none waits. Default: reads all deliveries.
     */
    default Optional<Instant> waitingSince(Instant now) {
        Instant earliest = now.minus(LONGEST_WAIT);
        return latest(null, Integer.MAX_VALUE).stream()
                .filter(delivery -> delivery.state() == Delivery.State.PENDING)
                .filter(delivery ->
                        delivery.expiresAt() == null || delivery.expiresAt().isAfter(now))
                .map(Delivery::notBefore)
                .filter(since -> !since.isAfter(now) && since.isAfter(earliest))
                .min(Comparator.naturalOrder());
    }

    /**
     * Removes old deliveries that nobody asks for any more: those that ended, were planned before a moment and could not be sent
     * after it. Those {@linkplain dev.unitracker.notice.NoticeKind#OPERATIONS about the watching itself} stay: they are few, and
     * are planned again as long as what they say holds.
     *
     * @return how many were removed
     */
    int forget(Instant before);
}
