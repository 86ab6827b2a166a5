package dev.unitracker.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** Connections to PostgreSQL that do not wait for ever. What the address says of a setting counts more. */
final class PostgreSqlConnections extends PGConnectionPoolDataSource {

    private static final long serialVersionUID = 1L;

    /** How long an answer may take, in seconds; an update of the tables takes longest. */
    static final int SOCKET_TIMEOUT = 120;

    /** A writer of an account waits for the one before it. Unlike "options", every proxy before a server takes this. */
    static final String LIMIT_LOCKS = """
            select set_config('lock_timeout', '10s', false)
            where current_setting('lock_timeout') = '0'""";

    private final boolean limitsLocks;

    /**
     * @throws IllegalArgumentException if the address cannot be read
     */
    PostgreSqlConnections(DatabaseAddress address) {
        String url = address.jdbcUrl();
        setUrl(url);
        if (!address.user().isEmpty()) {
            setUser(address.user());
            setPassword(address.password());
        }
        if (!sets("socketTimeout", url)) {
            setSocketTimeout(SOCKET_TIMEOUT);
        }
        if (!sets("tcpKeepAlive", url)) {
            setTcpKeepAlive(true);
        }
        if (!sets("logServerErrorDetail", url)) {
            // It quotes rows.
            setLogServerErrorDetail(false);
        }
        this.limitsLocks = !url.contains("lock_timeout");
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        Connection connection = super.getConnection(user, password);
        if (limitsLocks) {
            limitLocks(connection);
        }
        return connection;
    }

    private static void limitLocks(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(LIMIT_LOCKS);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static boolean sets(String setting, String url) {
        return Pattern.compile("[?&]" + setting + "=").matcher(url).find();
    }
}
