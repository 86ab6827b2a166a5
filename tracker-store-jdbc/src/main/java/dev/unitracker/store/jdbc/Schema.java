package dev.unitracker.store.jdbc;

import dev.unitracker.StoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The store's tables. */
final class Schema {

    /** Where the scripts are on the class path. */
    static final String FOLDER = "dev/unitracker/store/jdbc";

    /** The scripts in the order in which they are run. */
    static final List<String> SCRIPTS = List.of(
            "V1__tables.sql",
            "V2__leases.sql",
            "V3__replay.sql",
            "V4__agenda.sql",
            "V5__outbox.sql",
            "V6__briefs.sql",
            "V7__attempts.sql");

    /** Says which script was run last; the first one did not say so yet. */
    static final String VERSION = """
            select max(version)
            from tracker_schema""";

    static final String FIRST_VERSION = """
            select count(*)
            from tracker_account
            where 1 = 0""";

    private static final String HISTORY = "tracker_schema_history";

    private Schema() {}

    /** Creates the tables or brings them up to date. Tables of others in the same schema are left alone. */
    static void migrate(DataSource database) {
        int version = version(database);
        refuseNewer(version);
        try {
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(database)
                    .locations("classpath:" + FOLDER)
                    .failOnMissingLocations(true)
                    .table(HISTORY)
                    .baselineOnMigrate(true)
                    // Where a host ran scripts itself, they are not run again.
                    .baselineVersion(Integer.toString(version))
                    .placeholderReplacement(false)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw Trouble.when("create or update the tables", e);
        }
    }

    /**
     * Checks that the tables are there.
     *
     * @throws StoreException naming the scripts that are missing, or the versions if the tables are newer
     */
    static void check(DataSource database) {
        int version = version(database);
        refuseNewer(version);
        if (version < SCRIPTS.size()) {
            String found = version == 0
                    ? "the tables are not there"
                    : "the tables are of version " + version + ", but this library needs version " + SCRIPTS.size();
            throw new StoreException(found + "; run what is missing, in this order: "
                    + SCRIPTS.stream()
                            .skip(version)
                            .map(script -> "classpath:" + FOLDER + "/" + script)
                            .collect(Collectors.joining(", ")));
        }
    }

    private static void refuseNewer(int version) {
        if (version > SCRIPTS.size()) {
            throw new StoreException(
                    "the tables are of version " + version + ", but this library knows no later one than "
                            + SCRIPTS.size() + "; use a library as new as the one that wrote them");
        }
    }

    /** Returns the number of the script that was run last; 0 if none was. */
    private static int version(DataSource database) {
        try (Connection connection = database.getConnection()) {
            OptionalInt version = answer(connection, VERSION);
            if (version.isPresent()) {
                return version.getAsInt();
            }
            return answer(connection, FIRST_VERSION).isPresent() ? 1 : 0;
        } catch (SQLException e) {
            throw Trouble.when("look for the tables", e);
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
