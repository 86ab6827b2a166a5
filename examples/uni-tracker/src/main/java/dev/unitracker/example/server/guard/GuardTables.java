package dev.unitracker.example.server.guard;

import dev.unitracker.error.StoreException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The tables of the server, beside those of the store. */
public final class GuardTables {

    private GuardTables() {}

    /**
     * Creates the tables, or brings them up to date. Several processes may do so at a time.
     *
     * @throws StoreException if that fails
     */
    public static void create(DataSource database) {
        try {
            Flyway.configure(GuardTables.class.getClassLoader())
                    .dataSource(database)
                    .locations("classpath:dev/unitracker/example/server/guard")
                    .failOnMissingLocations(true)
                    .table("api_schema_history")
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .placeholderReplacement(false)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new StoreException("could not create or update the server's tables", e);
        }
    }
}
