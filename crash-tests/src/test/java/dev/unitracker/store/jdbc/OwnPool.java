package dev.unitracker.store.jdbc;

import org.h2.jdbcx.JdbcConnectionPool;

/**
 * The connections that a store opens for itself. The crash tests stand between it and them, so that what survives a kill
 * depends on the settings that a host gets and not on a test's.
 */
public final class OwnPool {

    private OwnPool() {}

    /** Returns the connections that {@link JdbcStore#at(String)} works with. */
    public static JdbcConnectionPool at(String url) {
        return ConnectionPool.of(DatabaseAddress.parse(url, "", ""));
    }
}
