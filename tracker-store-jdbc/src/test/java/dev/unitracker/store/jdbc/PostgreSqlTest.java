package dev.unitracker.store.jdbc;

import static dev.unitracker.testkit.Example.assignment;
import static dev.unitracker.testkit.Example.id;
import static dev.unitracker.testkit.Example.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.spi.Store;
import dev.unitracker.testkit.StoreContract;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgreSqlTest extends StoreContract {

    private final String name = PostgreSqlServer.newDatabase();
    private final JdbcConnectionPool database = PostgreSqlServer.pool(name);

    @AfterEach
    void dropDatabase() {
        database.dispose();
        PostgreSqlServer.drop(name);
    }

    @Override
    protected Store open() {
        return JdbcStore.on(database).build();
    }

    @Override
    protected Optional<Store> reopen() {
        return Optional.of(JdbcStore.on(database).migrate(false).build());
    }

    @Test
    void moments_are_the_same_whatever_the_zone_of_session_and_jvm() {
        Instant due = Instant.parse("2026-03-31T20:30:00Z");
        items().save(List.of(stored(assignment("module:1", due))));

        String zone = Jdbi.create(database)
                .withHandle(handle ->
                        handle.createQuery("show timezone").mapTo(String.class).one());
        String shown = Jdbi.create(database)
                .withHandle(handle -> handle.createQuery("select cast(due_at as varchar) from tracker_item")
                        .mapTo(String.class)
                        .one());

        assertThat(zone).isEqualTo(PostgreSqlServer.ZONE);
        assertThat(shown).isEqualTo("2026-04-01 02:15:00+05:45");
        assertThat(items().find(id("module:1")).orElseThrow().item().dueAt()).contains(due);
    }
}
