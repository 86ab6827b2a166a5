package dev.unitracker.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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
    private final boolean h2;
    private int isolation;
    private boolean committed;

    private Borrowed(Handle handle) throws SQLException {
        this.handle = handle;
        this.connection = handle.getConnection();
        this.autoCommit = connection.getAutoCommit();
        this.h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
        connection.setAutoCommit(true);
    }

    /**
     * Begins a transaction.
     *
     * @param mode what it is for
     */
    static Borrowed begin(Handle handle, Mode mode) throws SQLException {
        try {
            Borrowed borrowed = new Borrowed(handle);
            borrowed.begin(mode);
            return borrowed;
        } catch (SQLException e) {
            handle.close();
            throw e;
        }
    }

    /** PostgreSQL's snapshot is "repeatable read"; H2's covers only the tables of one statement up to "serializable". */
    private void begin(Mode mode) throws SQLException {
        if (h2) {
            isolation = connection.getTransactionIsolation();
            connection.setTransactionIsolation(
                    mode == Mode.TAKING_FIRST
                            ? Connection.TRANSACTION_READ_COMMITTED
                            : Connection.TRANSACTION_SERIALIZABLE);
            connection.setAutoCommit(false);
        } else {
            connection.setAutoCommit(false);
            isolateThisTransaction(
                    switch (mode) {
                        case READING -> "repeatable read read only";
                        case WRITING -> "repeatable read";
                        case TAKING_FIRST -> "read committed";
                    });
        }
    }

    /** To ask for the connection's own level, to set it and to set it back would be three more trips to the server. */
    private void isolateThisTransaction(String level) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level " + level);
        } catch (SQLException e) {
            connection.setAutoCommit(autoCommit);
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
            if (h2) {
                connection.setTransactionIsolation(isolation);
            }
            connection.setAutoCommit(autoCommit);
        } catch (SQLException | JdbiException e) {
            log.debug("a connection could not be returned as it came", e);
        }
    }
}
