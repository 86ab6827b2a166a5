package dev.unitracker.store.jdbc;

import dev.unitracker.run.Run;
import dev.unitracker.spi.Progress;
import dev.unitracker.spi.RunAnswers;
import dev.unitracker.spi.Runs;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The runs of one account in a database. */
final class JdbcRuns implements Runs {

    static final String INSERT = """
            insert into tracker_run (
                account, number, name, full_look, removals_accepted,
                started_at, finished_at, outcome, parts, requests, kept, answers, reached)
            select :account, coalesce(max(number), 0) + 1,
                :name, :full_look, :removals_accepted,
                :started_at, :finished_at, :outcome, :parts, :requests, :kept, :answers, :reached
            from tracker_run
            where account = :account""";

    static final String REPLACE = """
            update tracker_run set
                name = :name, full_look = :full_look, removals_accepted = :removals_accepted,
                started_at = :started_at, finished_at = :finished_at, outcome = :outcome, parts = :parts,
                requests = :requests, kept = :kept, answers = :answers, reached = :reached
            where account = :account and name = :replaced""";

    static final String FIND = """
            select name, full_look, removals_accepted,
                started_at, finished_at, outcome, parts, requests, kept
            from tracker_run
            where account = :account and name = :name""";

    static final String LATEST = """
            select name, full_look, removals_accepted,
                started_at, finished_at, outcome, parts, requests, kept
            from tracker_run
            where account = :account
            order by account desc, number desc
            fetch first :limit rows only""";

    static final String LATEST_FULL = """
            select name, full_look, removals_accepted,
                started_at, finished_at, outcome, parts, requests, kept
            from tracker_run
            where account = :account and full_look = true and reached is null
            order by account desc, full_look desc, number desc
            fetch first :limit rows only""";

    static final String AFTER = """
            select name, full_look, removals_accepted,
                started_at, finished_at, outcome, parts, requests, kept, answers, reached
            from tracker_run
            where account = :account
                and number > (
                    select coalesce(max(number), 0)
                    from tracker_run
                    where account = :account and name = :name)
            order by account, number
            fetch first :limit rows only""";

    static final String FORGET_ANSWERS = """
            update tracker_run set answers = '{}'
            where account = :account and started_at < :before and answers <> '{}'""";

    static final String REMOVE = """
            delete from tracker_run
            where account = :account and name in (<names>)""";

    private final AccountTransaction transaction;

    JdbcRuns(AccountTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public void add(RunAnswers run) {
        transaction.write(
                "add a run", handle -> bind(handle.createUpdate(INSERT), run).execute());
    }

    @Override
    public void replace(String name, RunAnswers run) {
        transaction.write(
                "replace a run",
                handle -> bind(handle.createUpdate(REPLACE), run)
                        .bind("replaced", name)
                        .execute());
    }

    private Update bind(Update update, RunAnswers answered) {
        Run run = answered.run();
        return update.bind("account", transaction.account())
                .bind("name", run.name())
                .bind("full_look", run.full())
                .bind("removals_accepted", run.removalsAccepted())
                .bind("started_at", run.startedAt())
                .bind("finished_at", run.finishedAt())
                .bind("outcome", run.outcome().key())
                .bind("parts", Json.write(run.parts()))
                .bind("requests", run.requests())
                .bind("kept", run.kept())
                .bind("answers", Json.write(answered.answers()))
                .bind("reached", answered.reached() == null ? null : Json.write(answered.reached()));
    }

    @Override
    public Optional<Run> find(String name) {
        return select(FIND, query -> query.bind("name", name)).stream().findFirst();
    }

    @Override
    public List<Run> latest(int limit) {
        return select(LATEST, query -> query.bind("limit", limit));
    }

    @Override
    public List<Run> latestFull(int limit) {
        return select(LATEST_FULL, query -> query.bind("limit", limit));
    }

    @Override
    public List<RunAnswers> after(String name, int limit) {
        return select(
                AFTER,
                query -> query.bind("name", name).bind("limit", limit),
                row -> new RunAnswers(
                        run(row),
                        Json.read(row.getString("answers"), Json.ANSWERS),
                        reached(row.getString("reached"))));
    }

    @Override
    public int forgetAnswers(Instant before) {
        return transaction.writing(
                "forget the answers of runs",
                handle -> handle.createUpdate(FORGET_ANSWERS)
                        .bind("account", transaction.account())
                        .bind("before", before)
                        .execute());
    }

    @Override
    public void remove(Collection<String> names) {
        for (List<String> some : Parts.of(names)) {
            transaction.write(
                    "remove runs",
                    handle -> handle.createUpdate(REMOVE)
                            .bind("account", transaction.account())
                            .bindList("names", some)
                            .execute());
        }
    }

    private List<Run> select(String statement, UnaryOperator<Query> parameters) {
        return select(statement, parameters, JdbcRuns::run);
    }

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> select(String statement, UnaryOperator<Query> parameters, Row<T> reading) {
        return transaction.read(
                "read runs",
                handle -> parameters
                        .apply(handle.createQuery(statement).bind("account", transaction.account()))
                        .map((row, context) -> reading.of(row))
                        .list());
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(
                row.getString("name"),
                row.getBoolean("full_look"),
                row.getBoolean("removals_accepted"),
                Moments.read(row, "started_at"),
                Moments.read(row, "finished_at"),
                Run.Outcome.stored(row.getString("outcome")),
                Json.read(row.getString("parts"), Json.PARTS),
                row.getInt("requests"),
                row.getInt("kept"));
    }

    private static @Nullable Progress reached(@Nullable String json) {
        return json == null ? null : Json.read(json, Json.PROGRESS);
    }
}
