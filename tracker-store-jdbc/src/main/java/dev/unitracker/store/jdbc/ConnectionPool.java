package dev.unitracker.store.jdbc;

import dev.unitracker.StoreException;
import javax.sql.ConnectionPoolDataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** The few connections of a store that opened its database itself. */
final class ConnectionPool {

    /** A writer of an account waits for the one before it, which may save a whole first look. */
    private static final String H2_SETTINGS = ";LOCK_TIMEOUT=10000";

    private ConnectionPool() {}

    /** Returns a pool that has not connected yet. H2's pool works with the connections of any driver. */
    static JdbcConnectionPool of(DatabaseAddress address) {
        return JdbcConnectionPool.create(address.h2() ? h2(address) : postgresql(address));
    }

    private static ConnectionPoolDataSource h2(DatabaseAddress address) {
        JdbcDataSource source = new JdbcDataSource();
        boolean settled = address.jdbcUrl().contains("LOCK_TIMEOUT");
        source.setURL(settled ? address.jdbcUrl() : address.jdbcUrl() + H2_SETTINGS);
        source.setUser(address.user());
        source.setPassword(address.password());
        return source;
    }

    private static ConnectionPoolDataSource postgresql(DatabaseAddress address) {
        try {
            PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
            source.setUrl(address.jdbcUrl());
            if (!address.user().isEmpty()) {
                source.setUser(address.user());
                source.setPassword(address.password());
            }
            return source;
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
