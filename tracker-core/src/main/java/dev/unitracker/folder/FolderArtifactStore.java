package dev.unitracker.folder;

import dev.unitracker.error.DamagedArtifactException;
import dev.unitracker.error.StoreException;
import dev.unitracker.spi.Artifact;
import dev.unitracker.spi.ArtifactStore;
import dev.unitracker.spi.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps artifacts as files in a folder, named by their hash: {@code ab/abcdef…}. A file is written under another name
 * and then renamed, so a crash leaves no half artifact. A draft that a crash leaves is removed when artifacts are
 * listed a day later or after. Other files in the folder are not touched. Safe for use by several threads and
 * processes.
 */
public final class FolderArtifactStore implements ArtifactStore {

    /** Files are as new as a look needs them to be without being written at each of them. */
    private static final Duration RENEWED_AFTER = Duration.ofDays(1);

    private static final String DRAFT = "draft";
    private static final String DRAFT_END = ".tmp";
    private static final String HASH = "[0-9a-f]{64}";

    private final Path folder;
    private final Shelves shelves;
    private final InstantSource clock;

    private FolderArtifactStore(Path folder, InstantSource clock) {
        this.folder = folder;
        this.shelves = new Shelves(folder);
        this.clock = clock;
    }

    /** Starts building a store in a folder. {@link Builder#build} makes the folder if it is not there. */
    public static Builder in(Path folder) {
        return new Builder(folder);
    }

    /** Settings of a store. Not for use by several threads. */
    public static final class Builder {
        private final Path folder;
        private InstantSource clock = InstantSource.system();

        private Builder(Path folder) {
            this.folder = Objects.requireNonNull(folder, "folder");
        }

        /** Sets the clock that says when an artifact was kept. Default: the system's. */
        public Builder clock(InstantSource clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /**
         * Builds the store, and makes the folder if it is not there.
         *
         * @throws StoreException if it cannot be made
         */
        public FolderArtifactStore build() {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new StoreException(
                        "cannot make the artifact folder " + folder + "; choose one that can be written", e);
            }
            return new FolderArtifactStore(folder, clock);
        }
    }

    @Override
    public String keep(byte[] content) {
        String hash = Sha256.of(content);
        Path file = file(hash);
        try {
            if (!isWhole(file, content.length) || !isRenewed(file)) {
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
        try {
            shelves.each(clock.instant(), file -> artifact(file).ifPresent(artifacts));
        } catch (IOException | UncheckedIOException | DirectoryIteratorException e) {
            throw new StoreException("cannot list the artifacts in " + folder + "; check the folder's permissions", e);
        }
    }

    @Override
    public boolean remove(String sha256, Instant unlessKeptSince) {
        Path file = file(sha256);
        try {
            return Removal.of(file, unlessKeptSince);
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

    /** Makes a file as new as it has to be. Tells false if that cannot be done. */
    private boolean isRenewed(Path file) throws IOException {
        Instant now = clock.instant();
        try {
            if (Files.getLastModifiedTime(file).toInstant().plus(RENEWED_AFTER).isBefore(now)) {
                Files.setLastModifiedTime(file, FileTime.from(now));
                // What was renewed may be a file that was put aside in the same moment.
                return Files.exists(file);
            }
            return true;
        } catch (FileSystemException e) {
            // It was removed, or belongs to another user; whoever may write here puts his own in its place.
            return false;
        }
    }

    private void write(byte[] content, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Path draft = Files.createTempFile(file.getParent(), DRAFT, DRAFT_END);
        try {
            writeThrough(content, draft);
            Files.setLastModifiedTime(draft, FileTime.from(clock.instant()));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            writeNameThrough(file);
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

    /** Its name is on the disk too. Not every system lets a folder be written through; then it does so itself. */
    private void writeNameThrough(Path file) {
        for (Path named : List.of(file.resolveSibling("."), folder)) {
            try (FileChannel names = FileChannel.open(named, StandardOpenOption.READ)) {
                names.force(true);
            } catch (IOException e) {
                return;
            }
        }
    }

    static boolean isHash(String name) {
        return name.matches(HASH);
    }

    static boolean isDraft(String name) {
        return name.startsWith(DRAFT) && name.endsWith(DRAFT_END);
    }

    private Path file(String hash) {
        if (!isHash(hash)) {
            throw new IllegalArgumentException("not a SHA-256 in lower-case hex: " + hash);
        }
        return folder.resolve(hash.substring(0, 2)).resolve(hash);
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
