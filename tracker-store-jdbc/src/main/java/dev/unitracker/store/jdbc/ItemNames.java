package dev.unitracker.store.jdbc;

import dev.unitracker.model.ItemId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The names of many items, in parts that one statement takes. */
final class ItemNames {

    private ItemNames() {}

    /** Returns the id of the item whose source and key a row has. */
    static ItemId id(String account, ResultSet row) throws SQLException {
        return new ItemId(account, row.getString("source"), row.getString("item_key"));
    }

    /** Returns the names of those items that belong to the account, each once. */
    static List<List<UUID>> of(String account, Collection<ItemId> items) {
        return Parts.of(items.stream()
                .filter(id -> id.account().equals(account))
                .map(Ids::of)
                .distinct()
                .toList());
    }
}
