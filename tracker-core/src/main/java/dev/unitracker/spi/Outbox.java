package dev.unitracker.spi;

import dev.unitracker.model.ItemId;
import dev.unitracker.notice.Delivery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one account's people are to be told and were told. */
public interface Outbox {

    /** Adds deliveries; where one of the same key is there already, that one stays as it is. */
    void add(Collection<Delivery> deliveries);

    /** Replaces how far the delivery of the same key is; one that was never added is not saved. */
    void save(Delivery delivery);

    /** Returns a delivery by its {@linkplain Delivery#key key}; empty if it is not there. */
    Optional<Delivery> find(String key);

    /**
     * Returns the next delivery to one recipient that is pending, may be sent at a moment and is not taken by somebody then:
     * the one that might be sent first, then the one whose change came first, then by key.
     */
    Optional<Delivery> next(String channel, String recipient, Instant now);

    /** Returns the deliveries whose latest change has a ledger number, ordered by key. */
    List<Delivery> telling(long change);

    /**
     * Returns the deliveries that were planned last, latest first, then by key, at most {@code limit}.
     *
     * @param item the item, for those about it only; null for all
     */
    List<Delivery> latest(@Nullable ItemId item, int limit);
}
