package dev.unitracker.spi;

import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemQuery;
import dev.unitracker.model.StoredItem;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The items of one account as they are now. */
public interface Items {

    /** Returns an item; empty if it was never seen. */
    default Optional<StoredItem> find(ItemId id) {
        return find(List.of(id)).stream().findFirst();
    }

    /** Returns those of some items that were ever seen, ordered by id. */
    List<StoredItem> find(Collection<ItemId> ids);

    /**
     * Returns the items that are asked for: soonest first and then by id if it is asked when they are due, else by id. It
     * reads only those of a course, or those that have something ahead, if only they are asked for.
     */
    List<StoredItem> find(ItemQuery query);

    /**
     * Returns the items that are asked for and have a number below {@code before}, the highest number first, at most
     * {@code limit}.
     */
    List<StoredItem> page(ItemQuery query, long before, int limit);

    /** Returns items whose state changed at {@code since} or later, by that time, then by id; at most {@code limit}. */
    List<StoredItem> updatedSince(Instant since, int limit);

    /** Returns where all items belong, removed ones too, in no order. It costs little, however long their texts are. */
    List<ItemPlace> places();

    /** Adds items or replaces their state. */
    void save(Collection<StoredItem> items);
}
