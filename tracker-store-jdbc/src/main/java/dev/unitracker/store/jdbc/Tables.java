package dev.unitracker.store.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalInt;
import java.util.UUID;
import javax.sql.DataSource;

/** What is found in a database before a store is opened on it. */
final class Tables {

    /** Says which script was run last; the first one did not say so yet. */
    static final String VERSION = """
            select max(version)
            from tracker_schema""";

    /** Asks for the table that the first script creates last. */
    static final String FIRST_VERSION = """
            select count(*)
            from tracker_note
            where 1 = 0""";

    /** Asks for Flyway's own table, whose name it writes in lower case in every database. */
    static final String HISTORY = """
            select count(*)
            from "tracker_schema_history"
            where 1 = 0""";

    private final DataSource database;

    Tables(DataSource database) {
        this.database = database;
    }

    /** Asks whether Flyway noted a script as failed. */
    static final String FAILED = """
            select count(*)
            from "tracker_schema_history"
            where "success" = false""";

    /** Returns the number of the script that was run last; 0 if none was run to its end. */
    int version() {
        try (Connection connection = database.getConnection()) {
            OptionalInt version = answer(connection, VERSION);
            if (version.isPresent() && version.getAsInt() > 0) {
                return version.getAsInt();
            }
            return answer(connection, FIRST_VERSION).isPresent() ? 1 : 0;
        } catch (SQLException e) {
            throw Trouble.when("look for the tables", e);
        }
    }

    /** Tells whether scripts were run by a store before. */
    boolean haveHistory() {
        try (Connection connection = database.getConnection()) {
            return answer(connection, HISTORY).isPresent();
        } catch (SQLException e) {
            throw Trouble.when("look for the tables", e);
        }
    }

    /** Tells whether a script failed half-way and was noted as such. */
    boolean haveFailedScript() {
        try (Connection connection = database.getConnection()) {
            return answer(connection, FAILED).orElse(0) > 0;
        } catch (SQLException e) {
            throw Trouble.when("look for the tables", e);
        }
    }

    boolean areInH2() {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("H2");
        } catch (SQLException e) {
            throw Trouble.when("look for the tables", e);
        }
    }

    /**
     * Creates a table and takes it back, because Flyway would try for ten seconds to create its own before it told why it
     * cannot. Only for a database where that leaves nothing.
     */
    void checkTheyCanBeCreated() {
        try (Connection connection = database.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                String name = "tracker_" + UUID.randomUUID().toString().replace('-', '_');
                statement.execute("create table " + name + " (nothing integer)");
            } finally {
                connection.rollback();
                connection.setAutoCommit(autoCommit);
            }
        } catch (SQLException e) {
            throw Trouble.when("create the tables", e);
        }
    }

    /** Returns what a query answers; empty if it asks for a table that is not there. */
    private static OptionalInt answer(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return OptionalInt.of(row.getInt(1));
        } catch (SQLException e) {
            if (!Trouble.isAboutTables(e)) {
                throw e;
            }
            return OptionalInt.empty();
        } finally {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        }
    }
}
