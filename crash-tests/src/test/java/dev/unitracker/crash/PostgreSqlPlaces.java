package dev.unitracker.crash;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Databases of a PostgreSQL server of their own. It outlives the processes that are killed, as it does in practice. */
final class PostgreSqlPlaces extends Places {

    private final EmbeddedPostgres server;

    PostgreSqlPlaces(Path folder) {
        super(folder);
        this.server = started();
    }

    /** The server's programs are unpacked once and stay until the build is cleaned. */
    private static EmbeddedPostgres started() {
        try {
            return EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(
                            Path.of("target", "postgresql").toAbsolutePath().toFile())
                    .setLocaleConfig("locale", "C.UTF-8")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    String create(Path folder, String name) {
        run("create database " + name);
        return url(name);
    }

    @Override
    String copy(Place original, Path folder, String name) {
        run("create database " + name + " template " + nameOf(original));
        return url(name);
    }

    @Override
    void drop(Place place) {
        run("drop database " + nameOf(place) + " with (force)");
    }

    private String url(String name) {
        return server.getJdbcUrl("postgres", name);
    }

    private static String nameOf(Place place) {
        return place.folder().getFileName().toString();
    }

    private void run(String statement) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement made = connection.createStatement()) {
            made.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
