package dev.unitracker.spi;

import dev.unitracker.model.ItemId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The stored briefs of one account, at most one of each item.
 *
 * <p>A part of a {@link StoreSession}, which says how long it is valid, in which thread, and what it throws.
 */
public interface Briefs {

    /** Returns the stored brief of an item, even if it is out of date; empty if there is none. */
    default Optional<StoredBrief> find(ItemId item) {
        return find(List.of(item)).stream().findFirst();
    }

    /** Returns the stored briefs of some items, ordered by the item's id; items without one are left out. */
    List<StoredBrief> find(Collection<ItemId> items);

    /** Stores a brief in place of the one of the same item. */
    void save(StoredBrief brief);
}
