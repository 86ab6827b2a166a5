package dev.unitracker.store.jdbc;

import dev.unitracker.model.ItemId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The names of many items, in parts that one statement takes. */
final class ItemNames {

    private static final int AT_ONCE = 1000;

    private ItemNames() {}

    /** Returns the names of those items that belong to the account, each once. */
    static List<List<UUID>> of(String account, Collection<ItemId> items) {
        List<UUID> names = items.stream()
                .filter(id -> id.account().equals(account))
                .map(id -> Ids.of(id.key()))
                .distinct()
                .toList();
        List<List<UUID>> parts = new ArrayList<>();
        for (int from = 0; from < names.size(); from += AT_ONCE) {
            parts.add(names.subList(from, Math.min(names.size(), from + AT_ONCE)));
        }
        return parts;
    }
}
