package dev.unitracker.folder;

import dev.unitracker.DamagedArtifactException;
import dev.unitracker.StoreException;
import dev.unitracker.spi.Artifact;
import dev.unitracker.spi.ArtifactStore;
import dev.unitracker.spi.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Keeps artifacts as files of a folder, named by their hash: {@code ab/abcdef…}. A file is written under another name
 * and then renamed, so a crash leaves no half artifact under its hash. Safe for use by several threads and processes.
 */
public final class FolderArtifactStore implements ArtifactStore {

    /** Files are as new as a look needs them to be without being written at each of them. */
    private static final Duration RENEWED_AFTER = Duration.ofDays(1);

    private static final String HASH = "[0-9a-f]{64}";

    private final Path folder;
    private final InstantSource clock;

    private FolderArtifactStore(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Opens a folder, which is made if it is not there.
     *
     * @throws StoreException if it cannot be made
     */
    public static FolderArtifactStore in(Path folder) {
        return in(folder, InstantSource.system());
    }

    /**
     * Opens a folder, which is made if it is not there.
     *
     * @param clock says when a file is written; default: the system's
     * @throws StoreException if it cannot be made
     */
    public static FolderArtifactStore in(Path folder, InstantSource clock) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StoreException(
                    "cannot make the artifact folder " + folder + "; choose one that can be written", e);
        }
        return new FolderArtifactStore(folder, clock);
    }

    @Override
    public String keep(byte[] content) {
        String hash = Sha256.of(content);
        Path file = file(hash);
        try {
            if (isWhole(file, content.length)) {
                renew(file);
            } else {
                write(content, file);
            }
        } catch (IOException e) {
            throw new StoreException("cannot write the artifact " + file + "; is the disk full or read-only?", e);
        }
        return hash;
    }

    @Override
    public Optional<byte[]> find(String sha256) {
        Path file = file(sha256);
        try {
            byte[] content = Files.readAllBytes(file);
            if (!Sha256.of(content).equals(sha256)) {
                throw new DamagedArtifactException(
                        "the artifact " + file + " is not what was kept; restore it from a copy");
            }
            return Optional.of(content);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StoreException("cannot read the artifact " + file + "; check the folder's permissions", e);
        }
    }

    @Override
    public void each(Consumer<Artifact> artifacts) {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            files.filter(file -> name(file).matches(HASH))
                    .flatMap(file -> artifact(file).stream())
                    .forEach(artifacts);
        } catch (IOException | UncheckedIOException e) {
            throw new StoreException("cannot list the artifacts in " + folder + "; check the folder's permissions", e);
        }
    }

    @Override
    public boolean remove(String sha256, Instant unlessKeptSince) {
        Path file = file(sha256);
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(unlessKeptSince) && Files.deleteIfExists(file);
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new StoreException("cannot remove the artifact " + file + "; check the folder's permissions", e);
        }
    }

    /** A file may be removed while the folder is walked. */
    private static Optional<Artifact> artifact(Path file) {
        try {
            Instant keptAt = Files.getLastModifiedTime(file).toInstant();
            return Optional.of(new Artifact(name(file), Files.size(file), keptAt));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A power failure can leave a file that is there but cut short. */
    private static boolean isWhole(Path file, int length) {
        try {
            return Files.size(file) == length;
        } catch (IOException e) {
            return false;
        }
    }

    private void renew(Path file) throws IOException {
        Instant now = clock.instant();
        if (Files.getLastModifiedTime(file).toInstant().plus(RENEWED_AFTER).isBefore(now)) {
            Files.setLastModifiedTime(file, FileTime.from(now));
        }
    }

    private void write(byte[] content, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Path draft = Files.createTempFile(file.getParent(), "draft", ".tmp");
        try {
            writeThrough(content, draft);
            Files.setLastModifiedTime(draft, FileTime.from(clock.instant()));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** What a store's commit points to is on the disk before it. */
    private static void writeThrough(byte[] content, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    private Path file(String hash) {
        if (!hash.matches(HASH)) {
            throw new IllegalArgumentException("not a SHA-256 in lower-case hex: " + hash);
        }
        return folder.resolve(hash.substring(0, 2)).resolve(hash);
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
