package dev.unitracker.testkit;

import dev.unitracker.folder.FolderArtifactStore;
import dev.unitracker.spi.ArtifactStore;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FolderArtifactStoreTest extends ArtifactStoreContract {

    @TempDir
    Path folder;

    @Override
    protected ArtifactStore store() {
        return FolderArtifactStore.in(folder).build();
    }
}
