package dev.unitracker.store.jdbc;

import dev.unitracker.dates.Fact;
import dev.unitracker.model.FieldValue;
import dev.unitracker.model.StoredItem;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The facts of items as rows, for whoever asks the database itself. They are written anew with their item. */
final class JdbcFacts {

    static final String DELETE = """
            delete from tracker_fact
            where account = :account and item_id = :item_id""";

    static final String INSERT = """
            insert into tracker_fact (
                account, item_id, fact_number, fact_type, label, fact_value, happens_at,
                confidence, extractor, quote, page)
            values (
                :account, :item_id, :fact_number, :fact_type, :label, :fact_value, :happens_at,
                :confidence, :extractor, :quote, :page)""";

    private record Row(UUID item, int number, Fact fact) {}

    private final AccountTransaction transaction;

    JdbcFacts(AccountTransaction transaction) {
        this.transaction = transaction;
    }

    void save(Handle handle, List<StoredItem> items) {
        Batches.run(
                handle,
                DELETE,
                items,
                (batch, stored) -> batch.bind("account", transaction.account())
                        .bind("item_id", Ids.of(stored.item().id())));
        Batches.run(handle, INSERT, rows(items), this::bind);
    }

    private static List<Row> rows(List<StoredItem> items) {
        List<Row> rows = new ArrayList<>();
        for (StoredItem stored : items) {
            UUID item = Ids.of(stored.item().id());
            int number = 1;
            for (Fact fact : stored.item().facts()) {
                rows.add(new Row(item, number++, fact));
            }
        }
        return rows;
    }

    private void bind(PreparedBatch batch, Row row) {
        Fact fact = row.fact();
        batch.bind("account", transaction.account())
                .bind("item_id", row.item())
                .bind("fact_number", row.number())
                .bind("fact_type", fact.type().key())
                .bind("label", fact.label())
                .bind("fact_value", fact.value())
                .bind(
                        "happens_at",
                        FieldValue.of(fact.value()).start(ZoneOffset.UTC).orElse(null))
                .bind("confidence", fact.confidence())
                .bind("extractor", fact.extractor())
                .bind("quote", fact.quote())
                .bind("page", fact.page());
    }
}
