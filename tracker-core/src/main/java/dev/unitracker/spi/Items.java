package dev.unitracker.spi;

import dev.unitracker.model.Found;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemQuery;
import dev.unitracker.model.Search;
import dev.unitracker.model.StoredItem;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The items of one account as they are now.
 *
 * <p>A part of a {@link StoreSession}, which says how long it is valid, in which thread, and what it throws.
 */
public interface Items {

    /** Returns an item; empty if it was never seen. */
    default Optional<StoredItem> find(ItemId id) {
        return find(List.of(id)).stream().findFirst();
    }

    /** Returns those of the given items that were ever seen, ordered by id; empty if none was. */
    List<StoredItem> find(Collection<ItemId> ids);

    /**
     * Returns the items that a query asks for; empty if there are none. If the query asks when they are due, they are
     * ordered by deadline, the soonest first, then by id; otherwise by id. A store should not read all items to answer
     * a query for a course or, with a status, for deadlines, exams or a review status.
     */
    List<StoredItem> find(ItemQuery query);

    /**
     * Returns the items that a query asks for and whose {@linkplain StoredItem#number number} is below {@code before},
     * the highest number first, at most {@code limit}; empty if there are none.
     */
    List<StoredItem> page(ItemQuery query, long before, int limit);

    /**
     * Returns the items whose stored state changed at {@code since} or later, ordered by the time of that change, then
     * by id, at most {@code limit}; empty if there are none.
     */
    List<StoredItem> updatedSince(Instant since, int limit);

    /**
     * Returns where all items belong, removed ones too, in no order; empty if there are none. It reads no texts of
     * items.
     */
    List<ItemPlace> places();

    /**
     * Returns the items that a search finds and whose {@linkplain Found#rank rank} comes after one, by rank, at most {@code limit};
     * empty if there are none. Default: looks through all items; a store that can do better overrides this.
     *
     * @param after the rank of the last item that is known; null for the first ones
     */
    default List<Found> search(Search search, Found.@Nullable Rank after, int limit) {
        return find(ItemQuery.all()).stream()
                .flatMap(stored -> Found.by(search, stored).stream())
                .filter(found -> after == null || found.rank().compareTo(after) > 0)
                .sorted(Comparator.comparing(Found::rank))
                .limit(limit)
                .toList();
    }

    /** Adds items, or replaces the state of those that are there. */
    void save(Collection<StoredItem> items);
}
