package dev.unitracker.store.jdbc;

import dev.unitracker.brief.ModelJob;
import dev.unitracker.model.ItemId;
import dev.unitracker.spi.ModelJobs;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.SqlStatements;

/** What was asked of language models for one account, in a database. */
final class JdbcModelJobs implements ModelJobs {

    static final String LAST = """
            select coalesce(max(number), 0)
            from tracker_model_job
            where account = :account""";

    static final String INSERT = """
            insert into tracker_model_job (
                account, number, item_id, source, item_key, model, prompt, answer, attempts, status, error,
                started_at, finished_at)
            values (
                :account, :number, :item_id, :source, :item_key, :model, :prompt, :answer, :attempts, :status, :error,
                :started_at, :finished_at)""";

    static final String UPDATE = """
            update tracker_model_job set
                prompt = :prompt, answer = :answer, attempts = :attempts, status = :status, error = :error,
                finished_at = :finished_at
            where account = :account and number = :number""";

    static final String OF_ITEM = """
            select number, source, item_key, model, prompt, answer, attempts, status, error, started_at, finished_at
            from tracker_model_job
            where account = :account and item_id = :item_id
            order by account desc, item_id desc, number desc
            fetch first :limit rows only""";

    static final String FORGET = """
            delete from tracker_model_job
            where account = :account and started_at < :before and number < :last""";

    private final AccountTransaction transaction;

    JdbcModelJobs(AccountTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public ModelJob add(ModelJob job) {
        return transaction.writing("add a model's job", handle -> {
            ModelJob added = job.numbered(last(handle) + 1);
            bind(handle.createUpdate(INSERT), added).execute();
            return added;
        });
    }

    private long last(Handle handle) {
        return handle.createQuery(LAST)
                .bind("account", transaction.account())
                .mapTo(Long.class)
                .one();
    }

    @Override
    public int forget(Instant before) {
        return transaction.writing(
                "forget a model's jobs",
                handle -> handle.createUpdate(FORGET)
                        .bind("account", transaction.account())
                        .bind("before", before)
                        .bind("last", last(handle))
                        .execute());
    }

    @Override
    public void update(ModelJob job) {
        transaction.write(
                "update a model's job",
                handle -> bind(handle.createUpdate(UPDATE), job).execute());
    }

    @Override
    public List<ModelJob> of(ItemId item, int limit) {
        if (!item.account().equals(transaction.account())) {
            return List.of();
        }
        return transaction.read(
                "read a model's jobs",
                handle -> handle.createQuery(OF_ITEM)
                        .bind("account", transaction.account())
                        .bind("item_id", Ids.of(item))
                        .bind("limit", limit)
                        .map((row, context) -> job(row))
                        .list());
    }

    /** An update leaves out what never changes. */
    private <S extends SqlStatement<S>> S bind(S statement, ModelJob job) {
        return statement
                .configure(SqlStatements.class, settings -> settings.setUnusedBindingAllowed(true))
                .bind("account", transaction.account())
                .bind("number", job.number())
                .bind("item_id", Ids.of(job.item()))
                .bind("source", job.item().source())
                .bind("item_key", job.item().key())
                .bind("model", job.model())
                .bind("prompt", job.prompt())
                .bind("answer", job.answer())
                .bind("attempts", job.attempts())
                .bind("status", job.status().key())
                .bind("error", job.error())
                .bind("started_at", job.startedAt())
                .bind("finished_at", job.finishedAt());
    }

    private ModelJob job(ResultSet row) throws SQLException {
        return new ModelJob(
                row.getLong("number"),
                ItemNames.id(transaction.account(), row),
                new ModelJob.Exchange(
                        row.getString("model"),
                        row.getString("prompt"),
                        row.getString("answer"),
                        row.getInt("attempts")),
                ModelJob.Status.stored(row.getString("status")),
                row.getString("error"),
                Moments.read(row, "started_at"),
                row.getObject("finished_at", OffsetDateTime.class) == null ? null : Moments.read(row, "finished_at"));
    }
}
