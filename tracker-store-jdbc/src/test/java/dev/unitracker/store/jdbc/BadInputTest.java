package dev.unitracker.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unitracker.error.SettingsException;
import dev.unitracker.error.StoreException;
import dev.unitracker.spi.NoteOwner;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a database, its owner is told what to do, and nothing is half written. */
class BadInputTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_file_that_another_process_uses_can_be_used_when_that_one_is_gone() {
        Path file = folder.resolve("tracker");
        try (OtherProcess other = OtherProcess.using(file)) {
            assertThat(other).isNotNull();
            assertRefused(() -> JdbcStore.inFile(file).build())
                    .hasMessageContainingAll("in use by another process", "stop that one, or use PostgreSQL");
        }

        try (JdbcStore store = JdbcStore.inFile(file).build()) {
            assertThat(notes(store)).containsEntry("written by", "the other process");
        }
    }

    @Test
    void a_folder_in_which_nobody_can_write_is_named() {
        Path system = Path.of("/proc");
        assumeTrue(Files.isDirectory(system));

        assertRefused(() -> JdbcStore.inFile(system.resolve("tracker")).build())
                .hasMessageContainingAll("/proc/tracker", "may be written");
    }

    @Test
    void a_folder_that_the_user_may_not_write_is_named() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        assertThat(closed.toFile().setWritable(false)).isTrue();
        assumeFalse(Files.isWritable(closed), "this user may write everywhere");

        assertRefused(() -> JdbcStore.inFile(closed.resolve("tracker")).build()).hasMessageContaining("may be written");
    }

    @Test
    void a_file_where_a_folder_should_be_is_named() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertRefused(() -> JdbcStore.inFile(file.resolve("tracker")).build()).hasMessageContaining("may be written");
    }

    @Test
    void a_file_that_is_no_database_is_left_as_it_is() throws IOException {
        Path file = folder.resolve("tracker.mv.db");
        String text = "this is a letter, not a database\n".repeat(1000);
        Files.writeString(file, text);

        assertRefused(() -> JdbcStore.inFile(file).build()).hasMessageContaining("damaged");
        assertThat(Files.readString(file)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"jdbc:h2:", "jdbc:h2:tracker", "jdbc:h2:file:tracker;NONSENSE=1", "jdbc:h2:tcp://127.0.0.1:1/x"})
    void an_address_that_h2_does_not_understand_says_what_is_wrong(String url) {
        assertRefused(() -> JdbcStore.at(url).build())
                .hasMessageContaining("could not open the store at jdbc:h2:")
                .hasMessageNotContaining("reports an error");
    }

    @Test
    void an_address_that_is_quoted_by_h2_is_not_quoted_any_further() {
        assertRefused(() -> JdbcStore.at("jdbc:h2:tracker;PASSWORD=s3cret").build())
                .hasStackTraceContaining("whole path")
                .extracting(BadInputTest::trace)
                .asString()
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "tracker", "jdbc:", "jdbc:oracle:thin:@host", "http://host/db"})
    void an_address_of_no_known_database_says_how_it_should_read(String url) {
        assertThatThrownBy(() -> JdbcStore.at(url))
                .isInstanceOf(SettingsException.class)
                .hasMessageContainingAll("jdbc:h2:/path/to/file", "postgresql://");
    }

    @Test
    void a_postgresql_database_that_is_not_there_has_to_be_created() {
        assertRefused(() -> JdbcStore.at(PostgreSqlServer.url("not_there")).build())
                .hasMessageContaining("create it first");
    }

    @Test
    void a_postgresql_that_can_only_be_read_is_read_and_says_so_when_it_is_written() {
        String name = PostgreSqlServer.newDatabase();
        JdbcConnectionPool pool = PostgreSqlServer.pool(name);
        try (JdbcStore store = JdbcStore.on(pool).build()) {
            put(store, "a");
            PostgreSqlServer.run("alter database " + name + " set default_transaction_read_only = on");
            PostgreSqlServer.disconnect(name);

            assertRefused(() -> put(store, "b")).hasMessageContaining("can only be read");
            assertThat(notes(store)).isEqualTo(Map.of("note", "a"));

            PostgreSqlServer.run("alter database " + name + " reset default_transaction_read_only");
            PostgreSqlServer.disconnect(name);
            put(store, "c");
            assertThat(notes(store)).isEqualTo(Map.of("note", "c"));
        } finally {
            pool.dispose();
            PostgreSqlServer.drop(name);
        }
    }

    @Test
    void an_h2_that_can_only_be_read_is_read_and_says_so_when_it_is_written() {
        String url = "jdbc:h2:file:" + folder.resolve("tracker").toAbsolutePath();
        try (JdbcStore store = JdbcStore.at(url).build()) {
            put(store, "a");
        }

        try (JdbcStore store = JdbcStore.at(url + ";ACCESS_MODE_DATA=r").build()) {
            assertRefused(() -> put(store, "b")).hasMessageContaining("can only be read");
            assertThat(notes(store)).isEqualTo(Map.of("note", "a"));
        }
    }

    @Test
    void a_user_who_may_not_create_tables_is_told_so_and_leaves_nothing() {
        String name = PostgreSqlServer.newDatabase();
        JdbcConnectionPool pool = PostgreSqlServer.pool(name);
        try (TestDatabase database = new TestDatabase(pool, () -> PostgreSqlServer.drop(name))) {
            database.run(List.of(
                    "drop role if exists guest",
                    "create role guest login",
                    "revoke create on schema public from public"));

            assertRefused(() -> JdbcStore.at(PostgreSqlServer.url(name).replace("user=postgres", "user=guest"))
                            .build())
                    .hasMessageContaining("could not create the tables: the user may not do that; grant it the right")
                    .hasStackTraceContaining("PSQLException")
                    .extracting(BadInputTest::trace, InstanceOfAssertFactories.STRING)
                    // Who waits for Flyway waits ten seconds.
                    .doesNotContain("flyway");
            assertRefused(() -> JdbcStore.on(pool).migrate(false).build())
                    .hasMessageContaining("the tables are not there");
        }
    }

    @Test
    void a_postgresql_that_can_only_be_read_says_so_when_the_tables_are_to_be_created() {
        String name = PostgreSqlServer.newDatabase();
        PostgreSqlServer.run("alter database " + name + " set default_transaction_read_only = on");
        try {
            assertRefused(() -> JdbcStore.at(PostgreSqlServer.url(name)).build())
                    .hasMessageContaining("could not create the tables: the database can only be read; allow that");

            PostgreSqlServer.run("alter database " + name + " reset default_transaction_read_only");
            try (JdbcStore store = JdbcStore.at(PostgreSqlServer.url(name)).build()) {
                put(store, "a");
                assertThat(notes(store)).isEqualTo(Map.of("note", "a"));
            }
        } finally {
            PostgreSqlServer.drop(name);
        }
    }

    @Test
    void whoever_does_too_much_at_once_is_told_that_the_connections_are_in_use() throws SQLException {
        JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:mem:crowded", "sa", "");
        pool.setLoginTimeout(1);
        try (JdbcStore store = JdbcStore.on(pool).build();
                Connection connection = pool.getConnection()) {
            pool.setMaxConnections(1);
            assertThat(connection.isClosed()).isFalse();
            assertRefused(() -> put(store, "a")).hasMessageContaining("all connections of the store are in use");
        } finally {
            pool.dispose();
        }
    }

    @ParameterizedTest
    @EnumSource
    void scripts_that_were_changed_since_they_were_run_are_told_as_such(TestDatabase.Kind kind) {
        try (TestDatabase database = kind.create()) {
            JdbcStore.on(database.pool()).build().close();
            database.run(List.of("update \"tracker_schema_history\" set \"checksum\" = 7 where \"version\" = '1'"));

            assertRefused(() -> JdbcStore.on(database.pool()).build())
                    .hasMessageContainingAll(
                            "could not create or update the tables", "another edition of this library");
        }
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(Runnable doing) {
        return assertThatThrownBy(doing::run).isInstanceOf(StoreException.class);
    }

    private static String trace(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    private static void put(JdbcStore store, String value) {
        store.inTransaction("ana", session -> {
            session.notes().put(NoteOwner.CORE, "note", value);
            return value;
        });
    }

    private static Map<String, String> notes(JdbcStore store) {
        return store.inTransaction("ana", session -> session.notes().all(NoteOwner.CORE));
    }
}
