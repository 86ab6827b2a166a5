package dev.unitracker.spi;

import dev.unitracker.model.ItemId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The items of one account as they are now. */
public interface Items {

    /** Returns an item; empty if it was never seen. */
    default Optional<StoredItem> find(ItemId id) {
        return find(List.of(id)).stream().findFirst();
    }

    /** Returns those of some items that were ever seen, ordered by id. */
    List<StoredItem> find(Collection<ItemId> ids);

    /** Returns the items of a course, or those of no course for null, removed ones too, ordered by id. */
    List<StoredItem> ofCourse(@Nullable String course);

    /** Returns all items, removed ones too, ordered by id. */
    List<StoredItem> all();

    /** Returns where all items belong, removed ones too, in no order. It costs little, however long their texts are. */
    List<ItemPlace> places();

    /** Returns items whose state changed at {@code since} or later, by that time, then by id; at most {@code limit}. */
    List<StoredItem> updatedSince(Instant since, int limit);

    /** Adds items or replaces their state. */
    void save(Collection<StoredItem> items);
}
