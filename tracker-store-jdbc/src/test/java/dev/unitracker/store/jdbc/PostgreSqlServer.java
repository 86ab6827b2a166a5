package dev.unitracker.store.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** One PostgreSQL for all tests of this JVM, started when the first of them asks for it, and databases on it. */
final class PostgreSqlServer {

    /** The zone of each session, which is not that of the JVM. It is 5:45 ahead of UTC. */
    static final String ZONE = "Asia/Kathmandu";

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private PostgreSqlServer() {}

    /** Begins on first use, and ends with the JVM, together with its data. */
    private static final class Started {
        static final EmbeddedPostgres SERVER = started(server());
    }

    /** Starts a server beside the shared one, on a folder with the data that it left there; port 0 is any. */
    static EmbeddedPostgres start(Path data, int port) {
        return started(
                server().setDataDirectory(data).setCleanDataDirectory(false).setPort(port));
    }

    /** The server's programs are unpacked once and stay until the build is cleaned. */
    private static EmbeddedPostgres.Builder server() {
        Path folder = Path.of("target", "postgresql").toAbsolutePath();
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(folder.toFile())
                .setLocaleConfig("locale", "C.UTF-8");
    }

    private static EmbeddedPostgres started(EmbeddedPostgres.Builder server) {
        try {
            return server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates an empty database and returns its name. */
    static String newDatabase() {
        String name = "test_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
        run("create database " + name);
        return name;
    }

    /** Drops a database, even if somebody still uses it. */
    static void drop(String database) {
        run("drop database " + database + " with (force)");
    }

    /** Ends all connections to a database, as the server does when it is shut down. */
    static void disconnect(String database) {
        run("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + database + "'");
    }

    static int port() {
        return Started.SERVER.getPort();
    }

    /** Returns the address of a database, with a user who may do everything in it. */
    static String url(String database) {
        return Started.SERVER.getJdbcUrl("postgres", database);
    }

    /** Returns connections to a database, whose sessions are in another zone than the JVM. */
    static JdbcConnectionPool pool(String database) {
        SessionsElsewhere source = new SessionsElsewhere();
        source.setUrl(url(database));
        JdbcConnectionPool pool = JdbcConnectionPool.create(source);
        pool.setMaxConnections(20);
        return pool;
    }

    static void run(String statement) {
        run(Started.SERVER, statement);
    }

    static void run(EmbeddedPostgres server, String statement) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement made = connection.createStatement()) {
            made.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The driver tells the server the JVM's zone; here each connection tells another one after that. */
    private static final class SessionsElsewhere extends PGConnectionPoolDataSource {
        private static final long serialVersionUID = 1L;

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            Connection connection = super.getConnection(user, password);
            try (Statement zone = connection.createStatement()) {
                zone.execute("set time zone '" + ZONE + "'");
            }
            return connection;
        }
    }
}
