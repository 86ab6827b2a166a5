package dev.unitracker.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where accounts are kept. A place can be copied while nobody uses it, to begin from there many times. */
abstract class Places implements AutoCloseable {

    private final Path folder;
    private int count;

    Places(Path folder) {
        this.folder = folder;
    }

    /** Returns the address of a new database; it may lie in the place's folder. */
    abstract String create(Path folder, String name);

    /** Returns the address of a copy of a database. The folder was copied already. */
    abstract String copy(Place original, Path folder, String name);

    /** Forgets a database. Its folder is deleted afterwards. */
    abstract void drop(Place place);

    /** Stops what was started for the databases. */
    @Override
    public abstract void close();

    /** Returns an empty place. */
    Place empty() {
        String name = nextName();
        Path own = folder.resolve(name);
        try {
            Files.createDirectory(own);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Place(create(own, name), own);
    }

    /** Returns a place with the same content. */
    Place copy(Place original) {
        String name = nextName();
        Path own = folder.resolve(name);
        try (Stream<Path> files = Files.walk(original.folder())) {
            for (Path file : files.toList()) {
                Files.copy(file, own.resolve(original.folder().relativize(file).toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Place(copy(original, own, name), own);
    }

    /** Deletes a place and all that is there. */
    void discard(Place place) {
        drop(place);
        try (Stream<Path> files = Files.walk(place.folder())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String nextName() {
        count++;
        return "place_" + ProcessHandle.current().pid() + "_" + count;
    }
}
