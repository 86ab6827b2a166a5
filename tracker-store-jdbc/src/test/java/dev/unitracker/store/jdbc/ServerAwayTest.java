package dev.unitracker.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.error.StoreException;
import dev.unitracker.spi.NoteOwner;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A PostgreSQL that is stopped and started again, from then on with passwords. */
class ServerAwayTest {

    @Test
    void a_store_goes_on_when_its_server_is_back_and_takes_only_the_right_password() throws IOException {
        Path data = Files.createTempDirectory(
                Files.createDirectories(Path.of("target", "postgresql").toAbsolutePath()), "away");
        int port;
        JdbcStore store;
        try (EmbeddedPostgres server = PostgreSqlServer.start(data, 0)) {
            port = server.getPort();
            PostgreSqlServer.run(server, "create role ana login password 's3cret'");
            PostgreSqlServer.run(server, "grant create on schema public to ana");
            store = JdbcStore.at("postgresql://ana:s3cret@127.0.0.1:" + port + "/postgres")
                    .build();
            put(store, "before");
        }

        assertThatThrownBy(() -> put(store, "away"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot be reached; check that it runs");

        Files.writeString(
                data.resolve("pg_hba.conf"),
                "host all ana 127.0.0.1/32 scram-sha-256\nhost all postgres 127.0.0.1/32 trust\n");
        try (EmbeddedPostgres server = PostgreSqlServer.start(data, port)) {
            assertThat(server.getPort()).isEqualTo(port);
            assertThat(notes(store)).isEqualTo(Map.of("note", "before"));
            put(store, "after");
            assertThat(notes(store)).isEqualTo(Map.of("note", "after"));
            assertThatThrownBy(() -> JdbcStore.at("postgresql://ana:wr0ng@127.0.0.1:" + port + "/postgres")
                            .build())
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("refuses the login; check user and password")
                    .hasMessageNotContaining("wr0ng");
            store.close();
        }
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
