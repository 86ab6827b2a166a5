package dev.unitracker.spi;

import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemStatus;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where an item belongs, without what it says.
 *
 * @param course the key of its course; null if it belongs to none
 * @param status whether it is there
 */
public record ItemPlace(ItemId id, @Nullable String course, ItemStatus status) {

    public ItemPlace {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(status, "status");
    }
}
