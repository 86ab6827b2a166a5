package dev.unitracker.store.s3;

import dev.unitracker.spi.ArtifactStore;
import dev.unitracker.testkit.ArtifactStoreContract;
import org.junit.jupiter.api.AfterEach;

class S3ArtifactStoreContractTest extends ArtifactStoreContract {

    private final S3ArtifactStore store =
            TestBucket.at(TestBucket.newPrefix()).page(10).build();

    @Override
    protected ArtifactStore store() {
        return store;
    }

    /** Each costs two requests, so pages are small here. */
    @Override
    protected int moreThanAPage() {
        return 25;
    }

    @AfterEach
    void close() {
        store.close();
    }
}
