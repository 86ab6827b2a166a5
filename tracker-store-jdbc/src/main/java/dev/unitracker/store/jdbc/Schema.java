package dev.unitracker.store.jdbc;

import dev.unitracker.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The store's tables. */
final class Schema {

    /** Where the scripts are on the class path. */
    static final String FOLDER = "dev/unitracker/store/jdbc";

    /** The scripts in the order in which they are run. */
    static final List<String> SCRIPTS = List.of("V1__tables.sql");

    /** Names what the newest script brought, so that older tables do not pass. */
    static final String PROBE = """
            select a.revision, i.fields, f.quote, c.settled, s.memo, l.run, r.answers, n.content
            from tracker_account a
            cross join tracker_item i
            cross join tracker_fact f
            cross join tracker_scope c
            cross join tracker_sighting s
            cross join tracker_ledger l
            cross join tracker_run r
            cross join tracker_note n
            where 1 = 0""";

    private static final String HISTORY = "tracker_schema_history";

    private Schema() {}

    /** Creates the tables or brings them up to date. Tables of others in the same schema are left alone. */
    static void migrate(DataSource database) {
        try {
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(database)
                    .locations("classpath:" + FOLDER)
                    .failOnMissingLocations(true)
                    .table(HISTORY)
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
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
     * @throws StoreException naming the scripts, if they are not
     */
    static void check(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(PROBE);
        } catch (SQLException e) {
            StoreException trouble = Trouble.when("find the tables", e);
            if (e.getSQLState() == null || !e.getSQLState().startsWith("42")) {
                throw trouble;
            }
            throw new StoreException(
                    "the tables are not there or not up to date; run the scripts that are missing, in this order: "
                            + SCRIPTS.stream()
                                    .map(script -> "classpath:" + FOLDER + "/" + script)
                                    .collect(Collectors.joining(", ")),
                    e);
        }
    }
}
