package dev.unitracker.store.jdbc;

import dev.unitracker.model.ItemId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The names of many items, in parts that one statement takes. */
final class ItemNames {

    private ItemNames() {}

    /** Returns the names of those items that belong to the account, each once. */
    static List<List<UUID>> of(String account, Collection<ItemId> items) {
        return Parts.of(items.stream()
                .filter(id -> id.account().equals(account))
                .map(id -> Ids.of(id.key()))
                .distinct()
                .toList());
    }
}
