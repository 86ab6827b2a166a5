package dev.unitracker.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host's H2 would write what was committed half a second late, and lose it if the process is killed until then. */
class WriteDelayTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void what_is_committed_in_a_hosts_file_is_written_at_once() throws SQLException {
        JdbcConnectionPool pool = pool();
        assertThat(delays(pool)).containsExactly("500");

        JdbcStore.on(pool).build();

        assertThat(delays(pool)).isNotEmpty().containsOnly("0");
        pool.dispose();
    }

    /** H2 keeps the setting in the file, but does not obey it. */
    @Test
    void so_it_is_when_the_file_is_opened_again() throws SQLException {
        JdbcConnectionPool first = pool();
        JdbcStore.on(first).build();
        first.dispose();
        JdbcConnectionPool second = pool();
        assertThat(delays(second)).contains("500");

        JdbcStore.on(second).migrate(false).build();

        assertThat(delays(second)).isNotEmpty().containsOnly("0");
        second.dispose();
    }

    @Test
    void a_user_who_may_not_change_it_can_still_open_the_store() throws SQLException {
        JdbcConnectionPool owner = pool();
        JdbcStore.on(owner).build();
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create user student password 'example'");
            statement.execute("grant select, insert, update, delete on schema public to student");
        }
        JdbcConnectionPool student = JdbcConnectionPool.create(url(), "student", "example");

        JdbcStore store = JdbcStore.on(student).migrate(false).build();

        assertThat(store.accounts()).isEmpty();
        student.dispose();
        owner.dispose();
    }

    private JdbcConnectionPool pool() {
        return JdbcConnectionPool.create(url(), "sa", "");
    }

    private String url() {
        return "jdbc:h2:file:" + folder.resolve("host").toAbsolutePath();
    }

    private static List<String> delays(JdbcConnectionPool pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'")) {
            List<String> delays = new ArrayList<>();
            while (rows.next()) {
                delays.add(rows.getString(1));
            }
            return delays;
        }
    }
}
