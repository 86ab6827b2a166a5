package dev.unitracker.spi;

import dev.unitracker.model.Item;
import java.time.Instant;
import java.util.Objects;

/**
 * An item as a store keeps it.
 *
 * @param item its present state
 * @param baseline whether it was there when its account or course was looked at for the first time
 * @param firstSeen when it was first seen
 * @param updatedAt when its stored state last changed
 * @param lastChange the ledger number of its latest change
 * @param meaningfulKey the key of its present state
 */
public record StoredItem(
        Item item, boolean baseline, Instant firstSeen, Instant updatedAt, long lastChange, String meaningfulKey) {

    public StoredItem {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(firstSeen, "firstSeen");
        Objects.requireNonNull(updatedAt, "updatedAt");
        Objects.requireNonNull(meaningfulKey, "meaningfulKey");
    }
}
