package dev.unitracker.spi;

import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemStatus;
import java.util.Objects;

/**
 * Where an item belongs, without what it says.
 *
 * @param id whose place it is
 * @param home where it belongs
 * @param status whether it is there
 */
public record ItemPlace(ItemId id, Home home, ItemStatus status) {

    /** Null is refused. */
    public ItemPlace {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(home, "home");
        Objects.requireNonNull(status, "status");
    }
}
