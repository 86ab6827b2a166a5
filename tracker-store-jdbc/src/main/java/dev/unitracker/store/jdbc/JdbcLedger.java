package dev.unitracker.store.jdbc;

import dev.unitracker.model.Change;
import dev.unitracker.model.ItemId;
import dev.unitracker.spi.Ledger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** The ledger of one account in a database. */
final class JdbcLedger implements Ledger {

    static final String FIND = """
            select %s
            from tracker_ledger
            where account = :account and number = :number""".formatted(ChangeRow.COLUMNS);

    static final String FIND_SOME = """
            select %s
            from tracker_ledger
            where account = :account and number in (<numbers>)""".formatted(ChangeRow.COLUMNS);

    /** The account is the same in all rows, but unless it is named, H2 sorts all that follow to return the first few. */
    static final String AFTER = """
            select %s
            from tracker_ledger
            where account = :account and number > :number
            order by account, number
            fetch first :limit rows only""".formatted(ChangeRow.COLUMNS);

    static final String OF_ITEMS = """
            select %s
            from tracker_ledger
            where account = :account and item_id in (<items>) and seen_at >= :since""".formatted(ChangeRow.COLUMNS);

    static final String INSERT = """
            insert into tracker_ledger (
                account, number, item_id, source, item_key, kind, meaningful, baseline, course, item_type, title, url,
                fields, evidence, meaningful_key, seen_at, run)
            values (
                :account, :number, :item_id, :source, :item_key, :kind, :meaningful, :baseline, :course, :item_type, :title, :url,
                :fields, :evidence, :meaningful_key, :seen_at, :run)""";

    private final AccountTransaction transaction;

    JdbcLedger(AccountTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public List<Change> append(String run, List<Change> changes) {
        if (changes.isEmpty()) {
            return List.of();
        }
        List<Change> numbered = new ArrayList<>();
        long number = last();
        for (Change change : changes) {
            numbered.add(change.numbered(++number));
        }
        transaction.count(number);
        transaction.write(
                "write the ledger",
                handle -> Batches.run(handle, INSERT, numbered, (batch, change) -> bind(batch, change, run)));
        return List.copyOf(numbered);
    }

    @Override
    public Optional<Change> find(long number) {
        return select(FIND, query -> query.bind("number", number)).stream().findFirst();
    }

    @Override
    public List<Change> find(Collection<Long> numbers) {
        return Parts.of(numbers.stream().distinct().toList()).stream()
                .flatMap(some -> select(FIND_SOME, query -> query.bindList("numbers", some)).stream())
                .sorted(Comparator.comparing(Change::number))
                .toList();
    }

    @Override
    public List<Change> after(long number, int limit) {
        return select(AFTER, query -> query.bind("number", number).bind("limit", limit));
    }

    @Override
    public List<Change> of(Collection<ItemId> items, Instant since) {
        return ItemNames.of(transaction.account(), items).stream()
                .flatMap(some ->
                        select(OF_ITEMS, query -> query.bindList("items", some).bind("since", since)).stream())
                .sorted(Comparator.comparing(Change::number))
                .toList();
    }

    @Override
    public long last() {
        return transaction.row().lastNumber();
    }

    private void bind(PreparedBatch batch, Change change, String run) {
        batch.bind("account", transaction.account())
                .bind("number", change.number())
                .bind("item_id", Ids.of(change.item()))
                .bind("source", change.item().source())
                .bind("item_key", change.item().key())
                .bind("kind", change.kind().key())
                .bind("meaningful", change.meaningful())
                .bind("baseline", change.baseline())
                .bind("course", change.about().course())
                .bind("item_type", change.about().type().name())
                .bind("title", change.about().title())
                .bind("url", change.about().url())
                .bind("fields", Json.write(change.fields()))
                .bind("evidence", Json.write(change.evidence()))
                .bind("meaningful_key", change.meaningfulKey())
                .bind("seen_at", change.seenAt())
                .bind("run", run);
    }

    private List<Change> select(String statement, UnaryOperator<Query> parameters) {
        return transaction.read(
                "read the ledger",
                handle -> parameters
                        .apply(handle.createQuery(statement).bind("account", transaction.account()))
                        .map(new ChangeRow(transaction.account()))
                        .list());
    }
}
