package dev.unitracker.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.error.StoreException;
import dev.unitracker.spi.NoteOwner;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A PostgreSQL that keeps its connections, but does not answer, or not in time. */
class SilentServerTest {

    private final String name = PostgreSqlServer.newDatabase();

    @AfterEach
    void dropDatabase() {
        PostgreSqlServer.drop(name);
    }

    @Test
    void a_server_that_answers_no_more_holds_nobody_up_and_is_used_again_when_it_does() {
        JdbcStore.at(PostgreSqlServer.url(name)).build().close();
        try (Relay relay = Relay.before(PostgreSqlServer.port());
                JdbcStore store =
                        JdbcStore.at(url(relay.port(), "socketTimeout=3")).build()) {
            put(store, "before");

            relay.silent(true);
            assertThatThrownBy(() -> put(store, "meanwhile"))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("cannot be reached; check that it runs");

            relay.silent(false);
            put(store, "after");
            assertThat(note(store)).isEqualTo("after");
        }
    }

    @Test
    void whoever_holds_an_account_for_too_long_is_not_waited_for() throws SQLException {
        String impatient = "options=-c%20lock_timeout=50";
        try (JdbcStore store =
                JdbcStore.at(url(PostgreSqlServer.port(), impatient)).build()) {
            put(store, "a");
            JdbcConnectionPool other = PostgreSqlServer.pool(name);
            try (Connection connection = other.getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("update tracker_account set revision = revision + 1");

                assertThatThrownBy(() -> put(store, "b"))
                        .isInstanceOf(StoreException.class)
                        .hasMessageContaining("somebody else holds the data for too long; try again");
            } finally {
                other.dispose();
            }
            put(store, "c");
            assertThat(note(store)).isEqualTo("c");
        }
    }

    @Test
    void no_connection_waits_for_ever_and_none_is_left_when_the_other_side_is_gone() throws SQLException {
        DatabaseAddress address = DatabaseAddress.parse(url(PostgreSqlServer.port(), "a=b"), "", "");

        PostgreSqlConnections connections = new PostgreSqlConnections(address);

        assertThat(connections.getSocketTimeout()).isEqualTo(120);
        assertThat(connections.getTcpKeepAlive()).isTrue();
        assertThat(connections.getLogServerErrorDetail()).isFalse();
        assertThat(lockTimeout(connections)).isEqualTo("10s");
    }

    @Test
    void what_the_address_or_the_server_says_counts_more() throws SQLException {
        String settings = "socketTimeout=7&tcpKeepAlive=false&logServerErrorDetail=true&options=-c%20lock_timeout=0";
        DatabaseAddress address = DatabaseAddress.parse(url(PostgreSqlServer.port(), settings), "", "");
        PostgreSqlServer.run("alter database " + name + " set lock_timeout = '3s'");

        PostgreSqlConnections connections = new PostgreSqlConnections(address);

        assertThat(connections.getSocketTimeout()).isEqualTo(7);
        assertThat(connections.getTcpKeepAlive()).isFalse();
        assertThat(connections.getLogServerErrorDetail()).isTrue();
        assertThat(lockTimeout(connections)).isEqualTo("0");
        assertThat(lockTimeout(
                        new PostgreSqlConnections(DatabaseAddress.parse(url(PostgreSqlServer.port(), "a=b"), "", ""))))
                .isEqualTo("3s");
    }

    private String url(int port, String settings) {
        return "postgresql://postgres@127.0.0.1:" + port + "/" + name + "?" + settings;
    }

    private static String lockTimeout(PostgreSqlConnections connections) throws SQLException {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show lock_timeout")) {
            row.next();
            return row.getString(1);
        }
    }

    private static void put(JdbcStore store, String value) {
        store.inTransaction("ana", session -> {
            session.notes().put(NoteOwner.CORE, "note", value);
            return value;
        });
    }

    private static String note(JdbcStore store) {
        return store.inTransaction(
                "ana", session -> session.notes().all(NoteOwner.CORE).getOrDefault("note", ""));
    }
}
