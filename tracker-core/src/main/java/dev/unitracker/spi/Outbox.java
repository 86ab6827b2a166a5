package dev.unitracker.spi;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What one account's people are to be told and were told. */
public interface Outbox {

    /** Adds deliveries; where one of the same key is there already, that one stays as it is. */
    void add(Collection<Delivery> deliveries);

    /** Replaces the delivery of the same key. */
    void save(Delivery delivery);

    /** Returns a delivery by its {@linkplain Delivery#key key}; empty if it is not there. */
    Optional<Delivery> find(String key);

    /**
     * Returns the next delivery to one recipient that is pending, may be sent at a moment and is not taken by somebody then:
     * the earliest, then the one whose change came first.
     */
    Optional<Delivery> next(String channel, String recipient, Instant now);

    /** Returns the deliveries whose latest change has a ledger number, ordered by key. */
    List<Delivery> telling(long change);

    /** Returns the deliveries about an item, the latest planned first. */
    List<Delivery> ofItem(String item);

    /** Returns the deliveries that were planned last, latest first, at most {@code limit}. */
    List<Delivery> latest(int limit);
}
