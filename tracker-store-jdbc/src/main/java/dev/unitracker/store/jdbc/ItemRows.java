package dev.unitracker.store.jdbc;

import dev.unitracker.model.Item;
import dev.unitracker.model.StoredItem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.Query;

/** Rows of one account as items. */
record ItemRows(AccountTransaction transaction) {

    /** What is to be selected of an item. */
    static final String COLUMNS =
            "source, item_key, item_number, baseline, first_seen, updated_at, last_change, meaningful_key, fields";

    static final Comparator<StoredItem> BY_ID =
            Comparator.comparing(stored -> stored.item().id());

    /** Runs a query for the columns of an item, in no order. The account is bound already. */
    List<StoredItem> select(String statement, UnaryOperator<Query> parameters) {
        return transaction.read(
                "read items",
                handle -> parameters
                        .apply(handle.createQuery(statement).bind("account", transaction.account()))
                        .map((row, context) -> item(row))
                        .list());
    }

    private StoredItem item(ResultSet row) throws SQLException {
        return new StoredItem(
                Item.of(ItemNames.id(transaction.account(), row), Json.read(row.getString("fields"), Json.FIELDS)),
                row.getLong("item_number"),
                row.getBoolean("baseline"),
                Moments.read(row, "first_seen"),
                Moments.read(row, "updated_at"),
                row.getLong("last_change"),
                row.getString("meaningful_key"));
    }
}
