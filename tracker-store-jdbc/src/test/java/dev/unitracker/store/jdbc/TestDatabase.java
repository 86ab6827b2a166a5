package dev.unitracker.store.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;

/** An empty database that is gone when it is closed. */
record TestDatabase(JdbcConnectionPool pool, Runnable end) implements AutoCloseable {

    /** The databases that the store is made for. */
    enum Kind {
        H2,
        POSTGRESQL;

        TestDatabase create() {
            return switch (this) {
                case H2 ->
                    new TestDatabase(JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID(), "sa", ""), () -> {});
                case POSTGRESQL -> {
                    String name = PostgreSqlServer.newDatabase();
                    yield new TestDatabase(PostgreSqlServer.pool(name), () -> PostgreSqlServer.drop(name));
                }
            };
        }
    }

    /** Runs a script of the class path, in which a semicolon at the end of a line ends a statement. */
    void runFrom(String script) {
        run(List.of(resource("/" + script).split(";\\s*\\n")));
    }

    void run(List<String> statements) {
        try (Connection connection = pool.getConnection();
                Statement made = connection.createStatement()) {
            for (String statement : statements) {
                made.execute(statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream script = Objects.requireNonNull(TestDatabase.class.getResourceAsStream(name), name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        pool.dispose();
        end.run();
    }
}
