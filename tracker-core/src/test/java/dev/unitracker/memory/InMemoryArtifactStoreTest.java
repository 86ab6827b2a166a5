package dev.unitracker.memory;

import dev.unitracker.ArtifactStoreContract;
import dev.unitracker.spi.ArtifactStore;

class InMemoryArtifactStoreTest extends ArtifactStoreContract {

    private final InMemoryArtifactStore store = new InMemoryArtifactStore();

    @Override
    protected ArtifactStore store() {
        return store;
    }
}
