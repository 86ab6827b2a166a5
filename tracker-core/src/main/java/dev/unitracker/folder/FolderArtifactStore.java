package dev.unitracker.folder;

import dev.unitracker.StoreException;
import dev.unitracker.spi.ArtifactStore;
import dev.unitracker.spi.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Keeps artifacts as files of a folder, named by their hash: {@code ab/abcdef…}. A file is written under another name
 * and then renamed, so a crash leaves no half artifact under its hash. Safe for use by several threads and processes.
 */
public final class FolderArtifactStore implements ArtifactStore {

    private final Path folder;

    private FolderArtifactStore(Path folder) {
        this.folder = folder;
    }

    /**
     * Opens a folder, which is made if it is not there.
     *
     * @throws StoreException if it cannot be made
     */
    public static FolderArtifactStore in(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StoreException(
                    "cannot make the artifact folder " + folder + "; choose one that can be written", e);
        }
        return new FolderArtifactStore(folder);
    }

    @Override
    public String keep(byte[] content, String mediaType) {
        String hash = Sha256.of(content);
        Path file = file(hash);
        if (!isWhole(file, content.length)) {
            write(content, file);
        }
        return hash;
    }

    /** A power failure can leave a file that is there but cut short. */
    private static boolean isWhole(Path file, int length) {
        try {
            return Files.size(file) == length;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public Optional<byte[]> find(String sha256) {
        Path file = file(sha256);
        try {
            byte[] content = Files.readAllBytes(file);
            if (!Sha256.of(content).equals(sha256)) {
                throw new StoreException("the artifact " + file + " is not what was kept; restore it from a copy");
            }
            return Optional.of(content);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StoreException("cannot read the artifact " + file + "; check the folder's permissions", e);
        }
    }

    private void write(byte[] content, Path file) {
        try {
            Files.createDirectories(file.getParent());
            Path draft = Files.createTempFile(file.getParent(), "draft", ".tmp");
            try {
                Files.write(draft, content);
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new StoreException("cannot write the artifact " + file + "; is the disk full or read-only?", e);
        }
    }

    private Path file(String hash) {
        if (!hash.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256 in lower-case hex: " + hash);
        }
        return folder.resolve(hash.substring(0, 2)).resolve(hash);
    }
}
