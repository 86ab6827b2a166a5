package dev.unitracker.folder;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;

/**
 * Removes a file that another process may keep anew in the same moment. It is put aside first: from then on nobody can
 * take it for kept, and whether somebody did just before is told by its age.
 */
final class Removal {

    private static final String ASIDE = ".aside";

    private Removal() {}

    /**
     * Removes a file, unless it was kept at a moment or later.
     *
     * @return whether it was there and is removed
     */
    static boolean of(Path file, Instant unlessKeptSince) throws IOException {
        try {
            return isOlder(file, unlessKeptSince) && removed(aside(file), unlessKeptSince);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Tells whether a file was put aside and is still there, because the process ended before it was removed. */
    static boolean isAside(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(ASIDE) && FolderArtifactStore.isHash(name.substring(0, name.length() - ASIDE.length()));
    }

    /** Puts a file back, unless the same was written anew since. */
    static void takeBack(Path aside) throws IOException {
        String name = aside.getFileName().toString();
        Path file = aside.resolveSibling(name.substring(0, name.length() - ASIDE.length()));
        try {
            Files.move(aside, file);
        } catch (FileAlreadyExistsException e) {
            Files.deleteIfExists(aside);
        } catch (NoSuchFileException e) {
            // Whoever put it aside was faster.
        }
    }

    private static boolean removed(Path aside, Instant unlessKeptSince) throws IOException {
        if (!isOlder(aside, unlessKeptSince)) {
            takeBack(aside);
            return false;
        }
        return Files.deleteIfExists(aside);
    }

    private static boolean isOlder(Path file, Instant moment) throws IOException {
        return Files.getLastModifiedTime(file).toInstant().isBefore(moment);
    }

    private static Path aside(Path file) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ASIDE);
        return Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
