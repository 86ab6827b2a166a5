package dev.unitracker.model;

import java.time.Instant;
import java.util.Objects;

/**
 * An item as a store keeps it. Immutable.
 *
 * @param item its present state
 * @param number a whole number that names it within its account and never changes: the ledger number of its first
 *     change. No other item ever gets it
 * @param baseline whether it was there when its account or course was looked at for the first time
 * @param firstSeen when it was first seen
 * @param updatedAt when its stored state last changed
 * @param lastChange the ledger number of its latest change
 * @param meaningfulKey the {@linkplain Change#meaningfulKey key} of its present state
 */
public record StoredItem(
        Item item,
        long number,
        boolean baseline,
        Instant firstSeen,
        Instant updatedAt,
        long lastChange,
        String meaningfulKey) {

    /** Null is refused. */
    public StoredItem {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(firstSeen, "firstSeen");
        Objects.requireNonNull(updatedAt, "updatedAt");
        Objects.requireNonNull(meaningfulKey, "meaningfulKey");
    }

    /** Makes an item that has changed once: its number is that of this change. */
    public StoredItem(
            Item item, boolean baseline, Instant firstSeen, Instant updatedAt, long lastChange, String meaningfulKey) {
        this(item, lastChange, baseline, firstSeen, updatedAt, lastChange, meaningfulKey);
    }

    /**
     * Returns the item in a later state.
     *
     * @param now its state then
     * @param at when its stored state changed
     * @param change the ledger number of that change
     * @param key the {@linkplain Change#meaningfulKey key} of that state
     */
    public StoredItem changed(Item now, Instant at, long change, String key) {
        return new StoredItem(now, number, baseline, firstSeen, at, change, key);
    }
}
