package dev.unitracker.store.s3;

import dev.unitracker.spi.ArtifactStore;
import dev.unitracker.testkit.ArtifactStoreContract;
import org.junit.jupiter.api.AfterEach;

class S3ArtifactStoreContractTest extends ArtifactStoreContract {

    private final S3ArtifactStore store = TestBucket.at(TestBucket.newPrefix()).build();

    @Override
    protected ArtifactStore store() {
        return store;
    }

    @AfterEach
    void close() {
        store.close();
    }
}
