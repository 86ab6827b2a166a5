package dev.unitracker.store.jdbc;

import dev.unitracker.spi.Store;
import dev.unitracker.testkit.StoreContract;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

class H2FileTest extends StoreContract {

    @TempDir
    private Path folder = Path.of("");

    @Override
    protected Store open() {
        return JdbcStore.inFile(folder.resolve("año 1")).build();
    }

    @Override
    protected Optional<Store> reopen() {
        return Optional.of(open());
    }
}
