package dev.unitracker.testkit;

import dev.unitracker.memory.InMemoryArtifactStore;
import dev.unitracker.spi.ArtifactStore;

class InMemoryArtifactStoreTest extends ArtifactStoreContract {

    private final InMemoryArtifactStore store = new InMemoryArtifactStore();

    @Override
    protected ArtifactStore store() {
        return store;
    }
}
