package dev.unitracker.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Half a second for which H2 puts off to write what was committed. Whoever is told of an entry that is lost then, because the
 * process was killed, would later find another one under its number.
 */
final class WriteDelay {

    /** The setting, for an address. H2 keeps it in the file as well, but does not obey it when it opens that again. */
    static final String NONE = "WRITE_DELAY=0";

    private static final Logger log = LoggerFactory.getLogger("unitracker.store");

    private WriteDelay() {}

    /** Switches it off for as long as the database stays open. */
    static void switchOff(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set write_delay 0");
        } catch (SQLException e) {
            log.warn(
                    "H2 writes half a second late what was committed, and the user of the database may not change that;"
                            + " add ;{} to its address, or entries are lost if the process is killed (SQL state {})",
                    NONE,
                    e.getSQLState());
        }
    }
}
