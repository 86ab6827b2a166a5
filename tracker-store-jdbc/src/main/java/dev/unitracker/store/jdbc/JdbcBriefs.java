package dev.unitracker.store.jdbc;

import dev.unitracker.brief.Brief;
import dev.unitracker.model.ItemId;
import dev.unitracker.spi.Briefs;
import dev.unitracker.spi.StoredBrief;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The briefs of one account in a database. */
final class JdbcBriefs implements Briefs {

    static final String FIND = """
            select source, item_key, language, meaningful_key, content
            from tracker_brief
            where account = :account and item_id in (<items>)""";

    static final String UPDATE = """
            update tracker_brief set
                language = :language, origin = :origin, meaningful_key = :meaningful_key,
                generated_at = :generated_at, content = :content
            where account = :account and item_id = :item_id""";

    static final String INSERT = """
            insert into tracker_brief (
                account, item_id, source, item_key, language, origin, meaningful_key, generated_at, content)
            values (
                :account, :item_id, :source, :item_key, :language, :origin, :meaningful_key, :generated_at, :content)""";

    private final AccountTransaction transaction;

    JdbcBriefs(AccountTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public List<StoredBrief> find(Collection<ItemId> items) {
        return ItemNames.of(transaction.account(), items).stream()
                .flatMap(some -> transaction
                        .read(
                                "read briefs",
                                handle -> handle.createQuery(FIND)
                                        .bind("account", transaction.account())
                                        .bindList("items", some)
                                        .map((row, context) -> stored(row))
                                        .list())
                        .stream())
                .sorted(Comparator.comparing(StoredBrief::item))
                .toList();
    }

    @Override
    public void save(StoredBrief stored) {
        Brief brief = stored.brief();
        transaction.write(
                "save a brief",
                handle -> Batches.save(
                        handle,
                        UPDATE,
                        INSERT,
                        List.of(stored),
                        (batch, row) -> batch.bind("account", transaction.account())
                                .bind("item_id", Ids.of(row.item()))
                                .bind("source", row.item().source())
                                .bind("item_key", row.item().key())
                                .bind("language", row.language())
                                .bind("origin", brief.origin().key())
                                .bind("meaningful_key", row.meaningfulKey())
                                .bind("generated_at", brief.making().generatedAt())
                                .bind("content", BriefJson.write(brief))));
    }

    private StoredBrief stored(ResultSet row) throws SQLException {
        return new StoredBrief(
                ItemNames.id(transaction.account(), row),
                BriefJson.read(row.getString("content")),
                row.getString("language"),
                row.getString("meaningful_key"));
    }
}
