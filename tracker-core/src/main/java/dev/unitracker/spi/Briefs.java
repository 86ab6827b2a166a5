package dev.unitracker.spi;

import dev.unitracker.model.ItemId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The briefs of one account that are kept, at most one of each item. */
public interface Briefs {

    /** Returns the brief of an item; empty if none is kept. */
    default Optional<StoredBrief> find(ItemId item) {
        return find(List.of(item)).stream().findFirst();
    }

    /** Returns the briefs of some items that are kept, ordered by id. */
    List<StoredBrief> find(Collection<ItemId> items);

    /** Keeps a brief in place of the one of the same item. */
    void save(StoredBrief brief);
}
