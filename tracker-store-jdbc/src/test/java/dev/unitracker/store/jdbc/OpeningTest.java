package dev.unitracker.store.jdbc;

import static dev.unitracker.testkit.Example.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.unitracker.error.SettingsException;
import dev.unitracker.error.StoreException;
import dev.unitracker.error.TrackerException;
import dev.unitracker.spi.NoteOwner;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a host meets when it opens a store, and what it is told when that fails. */
class OpeningTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_store_in_a_file_is_there_again_after_it_was_closed() {
        try (JdbcStore store = JdbcStore.inFile(folder.resolve("tracker.mv.db")).build()) {
            put(store, "a");
        }

        try (JdbcStore store = JdbcStore.inFile(folder.resolve("tracker")).build()) {
            assertThat(read(store)).isEqualTo("a");
        }
    }

    @Test
    void the_tables_of_the_host_are_left_alone() throws SQLException {
        try (WatchedDatabase database = new WatchedDatabase()) {
            database.jdbi()
                    .useHandle(handle ->
                            handle.execute("create table orders (id integer); insert into orders values (7)"));

            JdbcStore.on(database.dataSource()).build().close();
            JdbcStore.on(database.dataSource()).build().close();

            assertThat(database.rows("orders")).isEqualTo(1);
            assertThat(database.rows("tracker_item")).isZero();
        }
    }

    @Test
    void a_connection_goes_back_as_it_came() throws SQLException {
        JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:mem:returned", "sa", "");
        JdbcStore store = JdbcStore.on(pool).build();

        put(store, "a");

        try (Connection connection = pool.getConnection();
                Connection other = pool.getConnection()) {
            assertThat(List.of(connection.getAutoCommit(), other.getAutoCommit()))
                    .containsOnly(true);
            assertThat(List.of(connection.getTransactionIsolation(), other.getTransactionIsolation()))
                    .containsOnly(Connection.TRANSACTION_READ_COMMITTED);
            assertThat(pool.getActiveConnections()).isEqualTo(2);
        } finally {
            pool.dispose();
        }
    }

    @Test
    void without_tables_the_host_is_told_which_scripts_to_run() {
        try (WatchedDatabase database = new WatchedDatabase()) {
            assertThatThrownBy(() ->
                            JdbcStore.on(database.dataSource()).migrate(false).build())
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("classpath:dev/unitracker/store/jdbc/V1__tables.sql");
        }
    }

    @Test
    void all_scripts_are_named() throws IOException, URISyntaxException {
        URL first = Objects.requireNonNull(Schema.class
                .getClassLoader()
                .getResource(Schema.PRESENT.scripts().get(0)));

        try (Stream<Path> files = Files.list(Path.of(first.toURI()).resolveSibling("."))) {
            List<String> scripts = files.map(file -> Schema.FOLDER + "/" + file.getFileName())
                    .filter(name -> name.endsWith(".sql"))
                    .toList();

            assertThat(scripts).containsExactlyInAnyOrderElementsOf(Schema.PRESENT.scripts());
        }
    }

    @Test
    void a_file_that_another_process_uses_is_named_as_such() throws IOException {
        JdbcStore.inFile(folder.resolve("tracker")).build().close();

        try (FileChannel file = FileChannel.open(folder.resolve("tracker.mv.db"), StandardOpenOption.WRITE);
                FileLock lock = file.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThatThrownBy(() -> JdbcStore.inFile(folder.resolve("tracker")).build())
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("in use by another process")
                    .hasMessageContaining("tracker");
        }
    }

    @Test
    void a_wrong_password_is_told_but_never_shown() {
        String url = "jdbc:h2:file:" + folder.resolve("tracker").toAbsolutePath();
        JdbcStore.at(url, "ana", "s3cret-one").build().close();

        assertIsTold(() -> JdbcStore.at(url, "ana", "s3cret-two").build(), "s3cret", "the database refuses the login");
    }

    @Test
    void a_database_that_does_not_answer_is_told_without_its_password() {
        assertIsTold(
                () -> JdbcStore.at("postgresql://ana:s3cret@127.0.0.1:1/tracker?applicationName=s3cret")
                        .build(),
                "s3cret",
                "could not open the store at jdbc:postgresql://127.0.0.1:1/tracker: ",
                "cannot be reached");
    }

    @Test
    void an_address_of_nothing_that_is_known_is_not_quoted() {
        assertIsTold(
                SettingsException.class,
                () -> JdbcStore.at("mysql://ana:s3cret@host/db"),
                "s3cret",
                "jdbc:h2:",
                "postgresql://");
    }

    @Test
    void an_address_that_cannot_be_read_is_told_as_such() {
        assertIsTold(
                () -> JdbcStore.at("postgresql://ana:s3cret@127.0.0.1:port/db").build(),
                "s3cret",
                "could not understand");
    }

    @Test
    void a_closed_store_says_that_it_is_closed() {
        JdbcStore store = JdbcStore.inFile(folder.resolve("tracker")).build();
        store.close();

        assertThatThrownBy(() -> read(store)).isInstanceOf(StoreException.class).hasMessageContaining("closed");
    }

    private static void assertIsTold(Runnable opening, String secret, String... said) {
        assertIsTold(StoreException.class, opening, secret, said);
    }

    private static void assertIsTold(
            Class<? extends TrackerException> type, Runnable opening, String secret, String... said) {
        TrackerException thrown = Objects.requireNonNull(catchThrowableOfType(type, opening::run));
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));

        assertThat(thrown).hasMessageContainingAll(said);
        assertThat(trace.toString()).doesNotContain(secret);
    }

    private static void put(JdbcStore store, String value) {
        store.inTransaction(ACCOUNT, session -> {
            session.notes().put(NoteOwner.CORE, "note", value);
            return value;
        });
    }

    private static String read(JdbcStore store) {
        return store.inTransaction(
                ACCOUNT, session -> session.notes().all(NoteOwner.CORE).getOrDefault("note", ""));
    }
}
