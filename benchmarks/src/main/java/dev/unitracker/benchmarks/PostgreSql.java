package dev.unitracker.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A PostgreSQL of its own, which writes its log to the disk as a real one does. Its data is gone when it is closed. */
final class PostgreSql implements AutoCloseable {

    private final EmbeddedPostgres server;

    private PostgreSql(EmbeddedPostgres server) {
        this.server = server;
    }

    static PostgreSql start(Path folder) {
        try {
            return new PostgreSql(EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(
                            folder.resolve("postgresql").toAbsolutePath().toFile())
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("shared_buffers", memory())
                    .setServerConfig("maintenance_work_mem", "512MB")
                    .setServerConfig("effective_cache_size", "8GB")
                    .setServerConfig("random_page_cost", "1.1")
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The most that PostgreSQL's manual recommends for a server that has a machine to itself: two fifths. */
    private static String memory() {
        OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return machine.getTotalMemorySize() * 2 / 5 / (1 << 20) + "MB";
    }

    /** Returns the address of its database, with a user who may do everything in it. */
    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url());
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
