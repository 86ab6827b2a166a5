package dev.unitracker.store.jdbc;

import dev.unitracker.spi.Store;
import dev.unitracker.testkit.StoreContract;
import java.util.Optional;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;

class H2InMemoryTest extends StoreContract {

    private final JdbcConnectionPool database = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "");

    @AfterEach
    void dropDatabase() {
        database.dispose();
    }

    @Override
    protected Store open() {
        return JdbcStore.on(database).build();
    }

    @Override
    protected Optional<Store> reopen() {
        return Optional.of(JdbcStore.on(database).migrate(false).build());
    }
}
