package dev.unitracker.store.jdbc;

import dev.unitracker.error.StoreException;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** The store's tables, as a version of the library needs them. */
final class Schema {

    /** Where the scripts are on the class path. */
    static final String FOLDER = "dev/unitracker/store/jdbc";

    /** The tables that this version needs. */
    static final Schema PRESENT = new Schema(List.of(FOLDER + "/V1__tables.sql"));

    private final List<String> scripts;

    /**
     * @param scripts where the scripts are on the class path, in the order in which they are run
     */
    Schema(List<String> scripts) {
        this.scripts = List.copyOf(scripts);
    }

    /** Returns where the scripts are on the class path, in the order in which they are run. */
    List<String> scripts() {
        return scripts;
    }

    /** Returns the version of the tables once all scripts were run. */
    int version() {
        return number(scripts.get(scripts.size() - 1));
    }

    private static final String HISTORY = "tracker_schema_history";

    /**
     * Creates the tables or brings them up to date. Tables of others in the same schema are left alone. Where that was cut
     * off before, by a kill or a full disk, it goes on.
     */
    void migrate(DataSource database) {
        Tables tables = new Tables(database);
        int version = tables.version();
        refuseNewer(version);
        boolean known = tables.haveHistory();
        boolean h2 = tables.areInH2();
        if (!known && !h2) {
            tables.checkTheyCanBeCreated();
        }
        try {
            Flyway flyway = flyway(database, version);
            if (known && h2 && tables.haveFailedScript()) {
                // It would stay noted as such; all of them can be run again.
                flyway.repair();
            }
            flyway.migrate();
        } catch (FlywayValidateException e) {
            throw new StoreException(
                    "could not create or update the tables: they were made by another edition of this library, or scripts"
                            + " were run in between; use that edition, or compare them with the scripts and repair the"
                            + " table " + HISTORY + " with Flyway",
                    e);
        } catch (FlywayException e) {
            throw Trouble.when("create or update the tables", e);
        }
    }

    private Flyway flyway(DataSource database, int version) {
        return Flyway.configure(Schema.class.getClassLoader())
                .dataSource(database)
                .locations(scripts.stream()
                        .map(script -> "classpath:" + script.substring(0, script.lastIndexOf('/')))
                        .distinct()
                        .toArray(String[]::new))
                .failOnMissingLocations(true)
                .table(HISTORY)
                .baselineOnMigrate(true)
                // Where a host ran scripts itself, they are not run again.
                .baselineVersion(Integer.toString(version))
                .placeholderReplacement(false)
                .load();
    }

    /**
     * Checks that the tables are there.
     *
     * @throws StoreException naming the scripts that are missing, or the versions if the tables are newer
     */
    void check(DataSource database) {
        int version = new Tables(database).version();
        refuseNewer(version);
        if (version < version()) {
            String found = version == 0
                    ? "the tables are not there"
                    : "the tables are of version " + version + ", but this library needs version " + version();
            throw new StoreException(found + "; run what is missing, in this order: "
                    + scripts.stream()
                            .filter(script -> number(script) > version)
                            .map(script -> "classpath:" + script)
                            .collect(Collectors.joining(", ")));
        }
    }

    private static int number(String script) {
        return Integer.parseInt(script.substring(script.lastIndexOf('/') + 2, script.indexOf("__")));
    }

    private void refuseNewer(int version) {
        if (version > version()) {
            throw new StoreException(
                    "the tables are of version " + version + ", but this library knows no later one than " + version()
                            + "; use a library as new as the one that wrote them");
        }
    }
}
