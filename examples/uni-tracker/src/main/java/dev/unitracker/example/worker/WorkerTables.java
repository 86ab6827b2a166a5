package dev.unitracker.example.worker;

import dev.unitracker.error.StoreException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The tables of the workers, beside those of the store. */
final class WorkerTables {

    static final String LOOKS = "worker_look";
    static final String JOBS = "worker_job";
    static final String COMPANIONS = "worker_companion";

    private WorkerTables() {}

    /** Creates the tables, or brings them up to date. Several processes may do so at a time. */
    static void create(DataSource database) {
        try {
            Flyway.configure(WorkerTables.class.getClassLoader())
                    .dataSource(database)
                    .locations("classpath:dev/unitracker/example/worker")
                    .failOnMissingLocations(true)
                    .table("worker_schema_history")
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .placeholderReplacement(false)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new StoreException("could not create or update the workers' tables", e);
        }
    }
}
