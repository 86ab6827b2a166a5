package dev.unitracker.example.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.Accounts;
import dev.unitracker.example.worker.Databases;
import dev.unitracker.memory.InMemoryArtifactStore;
import dev.unitracker.store.jdbc.JdbcStore;
import dev.unitracker.words.Language;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written while a backup is made. */
class BackupTest {

    private static final String WRITES =
            "update tracker_account set revision = revision + 1, last_number = last_number + 1";

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void a_backup_shows_one_moment_whoever_writes_meanwhile(Databases kind) throws Exception {
        String address = kind.newAddress();
        try (JdbcStore store = JdbcStore.at(address).build()) {
            Accounts.in(store).create("ana", ZoneOffset.UTC, Language.ENGLISH).set("note", "as it was");
            AtomicInteger reads = new AtomicInteger();
            DataSource disturbed =
                    disturbed(store.database(), () -> reads.incrementAndGet() == 1 ? 0 : write(store, reads));

            new Backup(disturbed, Optional.empty(), CLOCK).to(folder.resolve("backup"));

            assertThat(reads.get()).isGreaterThan(5);
        }
        try (JdbcStore other = JdbcStore.at(kind.newAddress()).build()) {
            new Restore(other.database(), new InMemoryArtifactStore(CLOCK)).from(folder.resolve("backup"), false);

            assertThat(Accounts.in(other).settings()).containsOnlyKeys("ana");
            assertThat(Accounts.in(other).account("ana").orElseThrow().settings())
                    .containsEntry("note", "as it was");
        }
    }

    private static int write(JdbcStore store, AtomicInteger reads) throws SQLException {
        Accounts.in(store).create("later" + reads, ZoneOffset.UTC, Language.ENGLISH);
        try (Connection connection = store.database().getConnection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(WRITES);
        }
    }

    /** Something happens before each statement of a connection. */
    private static DataSource disturbed(DataSource database, Callable<Integer> happening) {
        return (DataSource) Proxy.newProxyInstance(
                BackupTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    Object answer = method.invoke(database, arguments);
                    return answer instanceof Connection connection ? disturbed(connection, happening) : answer;
                });
    }

    private static Connection disturbed(Connection connection, Callable<Integer> happening) {
        return (Connection) Proxy.newProxyInstance(
                BackupTest.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("createStatement")) {
                        happening.call();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
