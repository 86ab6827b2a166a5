package dev.unitracker.store.jdbc;

import dev.unitracker.error.StoreException;
import java.util.Locale;
import javax.sql.ConnectionPoolDataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;

/** The few connections of a store that opened its database itself. */
final class ConnectionPool {

    /** A writer of an account waits for the one before it, which may save a whole first look. */
    private static final String LOCK_TIMEOUT = "LOCK_TIMEOUT=10000";

    /** H2 would close the database by itself when the process is told to end, under whoever brings his work to an end. */
    private static final String CLOSED_BY_US = "DB_CLOSE_ON_EXIT=FALSE";

    private ConnectionPool() {}

    /** Returns a pool that has not connected yet. H2's pool works with the connections of any driver. */
    static JdbcConnectionPool of(DatabaseAddress address) {
        return JdbcConnectionPool.create(address.h2() ? h2(address) : postgresql(address));
    }

    private static ConnectionPoolDataSource h2(DatabaseAddress address) {
        JdbcDataSource source = new JdbcDataSource();
        String url = with(WriteDelay.NONE, with(LOCK_TIMEOUT, address.jdbcUrl()));
        // H2 refuses both together.
        boolean shared = url.toUpperCase(Locale.ROOT).contains(";AUTO_SERVER=TRUE");
        source.setURL(shared ? url : with(CLOSED_BY_US, url));
        source.setUser(address.user());
        source.setPassword(address.password());
        return source;
    }

    /** What the address says of a setting counts more. */
    private static String with(String setting, String url) {
        String name = setting.substring(0, setting.indexOf('='));
        return url.toUpperCase(Locale.ROOT).contains(";" + name + "=") ? url : url + ";" + setting;
    }

    private static ConnectionPoolDataSource postgresql(DatabaseAddress address) {
        try {
            return new PostgreSqlConnections(address);
        } catch (NoClassDefFoundError e) {
            throw new StoreException(
                    "PostgreSQL's driver is missing; add org.postgresql:postgresql to the class path", e);
        } catch (IllegalArgumentException e) {
            // The cause is left out: it quotes the address with all its settings.
            throw new StoreException(
                    "could not understand the address " + address + "; it reads jdbc:postgresql://host:port/database");
        }
    }
}
