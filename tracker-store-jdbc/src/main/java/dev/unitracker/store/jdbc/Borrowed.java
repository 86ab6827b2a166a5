package dev.unitracker.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection for the length of one transaction. It goes back to its owner as it came, whatever happens. */
final class Borrowed implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger("unitracker.store");

    private final Handle handle;
    private final Connection connection;
    private final boolean autoCommit;
    private final int isolation;
    private boolean committed;

    private Borrowed(Handle handle) throws SQLException {
        this.handle = handle;
        this.connection = handle.getConnection();
        this.autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(true);
        this.isolation = connection.getTransactionIsolation();
    }

    /** PostgreSQL's snapshot is "repeatable read"; H2's covers only the tables of one statement up to "serializable". */
    private static int snapshot(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("H2")
                ? Connection.TRANSACTION_SERIALIZABLE
                : Connection.TRANSACTION_REPEATABLE_READ;
    }

    /**
     * Begins a transaction.
     *
     * @param latest whether each statement sees what is committed by then, instead of one snapshot for all of them
     */
    static Borrowed begin(Handle handle, boolean latest) throws SQLException {
        try {
            Borrowed borrowed = new Borrowed(handle);
            borrowed.connection.setTransactionIsolation(
                    latest ? Connection.TRANSACTION_READ_COMMITTED : snapshot(borrowed.connection));
            borrowed.connection.setAutoCommit(false);
            return borrowed;
        } catch (SQLException e) {
            handle.close();
            throw e;
        }
    }

    Handle handle() {
        return handle;
    }

    void commit() throws SQLException {
        connection.commit();
        committed = true;
    }

    /** Rolls back what was not committed, and returns the connection. What fails here changes no outcome any more. */
    @Override
    public void close() {
        try (handle) {
            if (!committed) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
            connection.setTransactionIsolation(isolation);
            connection.setAutoCommit(autoCommit);
        } catch (SQLException | JdbiException e) {
            log.debug("a connection could not be returned as it came", e);
        }
    }
}
