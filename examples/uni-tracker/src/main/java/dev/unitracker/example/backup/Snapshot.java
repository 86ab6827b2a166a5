package dev.unitracker.example.backup;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * A transaction that sees the tables as they were at its beginning.
 *
 * @param connection the connection, given back as it came
 * @param isolation what it had before
 */
record Snapshot(Connection connection, int isolation) implements AutoCloseable {

    /** Begins one. H2's snapshots are of one table below "serializable"; PostgreSQL's are of all at "repeatable read". */
    static Snapshot of(DataSource database) throws SQLException {
        Connection connection = database.getConnection();
        try {
            int isolation = connection.getTransactionIsolation();
            boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
            connection.setTransactionIsolation(
                    h2 ? Connection.TRANSACTION_SERIALIZABLE : Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            return new Snapshot(connection, isolation);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.setTransactionIsolation(isolation);
        }
    }
}
