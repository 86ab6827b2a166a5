package dev.unitracker.folder;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** The folders within the folder, one for each pair of letters that hashes begin with. Others are nobody's business. */
final class Shelves {

    /** A file that is written takes seconds; what is older was left by a crash. */
    private static final Duration ABANDONED_AFTER = Duration.ofDays(1);

    private static final String SHELF = "[0-9a-f]{2}";

    private final Path folder;

    Shelves(Path folder) {
        this.folder = folder;
    }

    /** Hands over all files that are named by a hash, and tidies up what crashes left beside them. */
    void each(Instant now, Consumer<Path> files) throws IOException {
        try (DirectoryStream<Path> shelves = Files.newDirectoryStream(folder, Shelves::isShelf)) {
            for (Path shelf : shelves) {
                eachOn(shelf, now, files);
            }
        }
    }

    private static boolean isShelf(Path file) {
        return name(file).matches(SHELF);
    }

    private static void eachOn(Path shelf, Instant now, Consumer<Path> files) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(shelf)) {
            for (Path file : found) {
                if (FolderArtifactStore.isHash(name(file))) {
                    files.accept(file);
                } else {
                    tidy(file, now);
                }
            }
        } catch (NotDirectoryException e) {
            // Somebody else's file, named like a shelf.
        }
    }

    private static void tidy(Path file, Instant now) throws IOException {
        if (Removal.isAside(file)) {
            Removal.takeBack(file);
        } else if (FolderArtifactStore.isDraft(name(file)) && isAbandoned(file, now)) {
            Files.deleteIfExists(file);
        }
    }

    private static boolean isAbandoned(Path draft, Instant now) throws IOException {
        try {
            return Files.getLastModifiedTime(draft)
                    .toInstant()
                    .plus(ABANDONED_AFTER)
                    .isBefore(now);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
