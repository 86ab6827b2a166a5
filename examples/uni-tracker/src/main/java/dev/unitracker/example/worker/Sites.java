package dev.unitracker.example.worker;

import dev.unitracker.error.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What all workers of a database know of the sites together: how much each was asked, and which are left alone for a while. Safe
 * for use by several threads and processes.
 */
final class Sites {

    private static final String FIND = """
            select spent_until, rests_until, failures, failed_account
            from worker_site
            where site = ?""";

    private static final String INSERT = """
            insert into worker_site (site, spent_until, rests_until, failures)
            select ?, 0, 0, 0
            where not exists (select 1 from worker_site where site = ?)""";

    private static final String SPEND = """
            update worker_site set spent_until = ?
            where site = ? and spent_until = ?""";

    private static final String REST = """
            update worker_site set rests_until = ?, failures = ?, failed_account = ?
            where site = ? and rests_until = ? and failures = ?""";

    private final DataSource database;
    private final InstantSource clock;

    Sites(DataSource database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Returns until when a site is left alone; empty if the account may ask it now. */
    Optional<Instant> restsUntil(String site, String account) {
        Rest rest = find(site).rest();
        Instant now = clock.instant();
        if (!rest.isOver(account, now)) {
            return Optional.of(rest.until(account));
        }
        // Of all that wait for it one goes first; the others hear how it went.
        boolean first = !rest.rests() || replace(site, rest, rest.probed(now));
        return first ? Optional.empty() : Optional.of(find(site).rest().until(account));
    }

    /** Returns until when a site is left alone, and changes nothing; empty if it is not, or never was asked. */
    Optional<Instant> leftAloneUntil(String site) {
        return known(site)
                .map(Row::rest)
                .filter(Rest::rests)
                .map(Rest::until)
                .filter(until -> until.isAfter(clock.instant()));
    }

    /** Notes that a look at a site was answered. */
    void answered(String site) {
        Rest rest = find(site).rest();
        if (!rest.equals(Rest.NONE)) {
            // Who else notes something at the same time knows as much.
            boolean unusedWhetherFirst = replace(site, rest, Rest.NONE);
        }
    }

    /** Notes that nothing came from a site. */
    void failed(String site, String account) {
        Rest rest = find(site).rest();
        boolean unusedWhetherFirst = replace(site, rest, rest.failed(account, clock.instant()));
    }

    /** A row. */
    record Row(long spentUntil, Rest rest) {}

    Row find(String site) {
        return known(site).orElseGet(() -> created(site));
    }

    private Optional<Row> known(String site) {
        return Optional.ofNullable(using(FIND, statement -> {
            statement.setString(1, site);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row(row) : null;
            }
        }));
    }

    private static Row row(ResultSet row) throws SQLException {
        Rest rest =
                new Rest(moment(row.getLong("rests_until")), row.getInt("failures"), row.getString("failed_account"));
        return new Row(row.getLong("spent_until"), rest);
    }

    private Row created(String site) {
        try {
            using(INSERT, statement -> {
                statement.setString(1, site);
                statement.setString(2, site);
                return statement.executeUpdate();
            });
        } catch (StoreException e) {
            if (!isThere(e)) {
                throw e;
            }
        }
        return new Row(0, Rest.NONE);
    }

    /** Another one created it at the same time. */
    private static boolean isThere(StoreException failure) {
        return failure.getCause() instanceof SQLException e
                && e.getSQLState() != null
                && e.getSQLState().startsWith("23");
    }

    /** Notes up to when requests are spent, unless another one did meanwhile. */
    boolean spend(String site, long before, long after) {
        Integer rows = using(SPEND, statement -> {
            statement.setLong(1, after);
            statement.setString(2, site);
            statement.setLong(3, before);
            return statement.executeUpdate();
        });
        return rows != null && rows > 0;
    }

    private boolean replace(String site, Rest before, Rest after) {
        Integer rows = using(REST, statement -> {
            statement.setLong(1, micros(after.until()));
            statement.setInt(2, after.failures());
            statement.setString(3, after.account());
            statement.setString(4, site);
            statement.setLong(5, micros(before.until()));
            statement.setInt(6, before.failures());
            return statement.executeUpdate();
        });
        return rows != null && rows > 0;
    }

    long now() {
        return micros(clock.instant());
    }

    private static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }

    private static Instant moment(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private interface Asking<T> {
        @Nullable
        T ask(PreparedStatement statement) throws SQLException;
    }

    private <T> @Nullable T using(String sql, Asking<T> asking) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            connection.setAutoCommit(true);
            return asking.ask(statement);
        } catch (SQLException e) {
            throw new StoreException("what the workers know of a site could not be read or written", e);
        }
    }
}
