package dev.unitracker.example.worker;

import dev.unitracker.store.jdbc.JdbcStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** The databases that workers are tried on, each new and empty. */
public enum Databases {
    H2 {
        @Override
        public String newAddress() {
            return "jdbc:h2:mem:worker" + NUMBER.incrementAndGet() + ";DB_CLOSE_DELAY=-1";
        }
    },
    POSTGRESQL {
        @Override
        public String newAddress() {
            String name = "worker" + NUMBER.incrementAndGet();
            try (Connection connection = Started.SERVER.getPostgresDatabase().getConnection()) {
                make(connection, "create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return Started.SERVER.getJdbcUrl("postgres", name);
        }
    };

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** Begins on first use, and ends with the JVM, together with its data. */
    private static final class Started {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(
                                Path.of("target", "postgresql").toAbsolutePath().toFile())
                        .setLocaleConfig("locale", "C.UTF-8")
                        .setServerConfig("max_connections", "300")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Returns the address of a new database. */
    public abstract String newAddress();

    /** Opens a store at an address. */
    static JdbcStore open(String address) {
        return JdbcStore.at(address).connections(40).build();
    }

    /** Runs a statement on a database. */
    static void run(JdbcStore store, String statement) {
        try (Connection connection = store.database().getConnection()) {
            make(connection, statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void make(Connection connection, String statement) throws SQLException {
        try (Statement made = connection.createStatement()) {
            made.execute(statement);
        }
    }
}
