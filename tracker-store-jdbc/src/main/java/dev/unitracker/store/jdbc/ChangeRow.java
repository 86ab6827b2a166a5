package dev.unitracker.store.jdbc;

import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.Evidence;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Rows of the ledger as changes, one query's after the other. Pages of the ledger have many rows and are read often, so
 * columns are taken by their place: by name, each is looked up anew in each row.
 */
final class ChangeRow implements RowMapper<Change> {

    /** What is to be selected, in the order in which it is read. */
    static final String COLUMNS =
            "number, item_key, kind, item_type, course, title, url, fields, meaningful_key, seen_at, baseline, evidence";

    private final String account;

    /** What one answer showed has one evidence, and its entries follow each other. */
    private String evidenceText = "[]";

    private List<Evidence> evidence = List.of();

    /**
     * @param account the account whose rows they are
     */
    ChangeRow(String account) {
        this.account = account;
    }

    @Override
    public Change map(ResultSet row, StatementContext context) throws SQLException {
        return new Change(
                row.getLong(1),
                new ItemId(account, row.getString(2)),
                ChangeKind.stored(row.getString(3)),
                new Change.About(new ItemType(row.getString(4)), row.getString(5), row.getString(6), row.getString(7)),
                ChangeJson.fields(row.getString(8)),
                row.getString(9),
                Moments.read(row, 10),
                row.getBoolean(11),
                evidence(row.getString(12)));
    }

    private List<Evidence> evidence(String text) {
        if (!text.equals(evidenceText)) {
            evidence = List.copyOf(ChangeJson.evidence(text));
            evidenceText = text;
        }
        return evidence;
    }
}
