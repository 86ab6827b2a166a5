package dev.unitracker.crash;

import java.nio.file.Path;

/** H2 in a file of each place's folder, which is copied and deleted with it. */
final class H2Places extends Places {

    H2Places(Path folder) {
        super(folder);
    }

    @Override
    String create(Path folder, String name) {
        return "jdbc:h2:file:" + folder.resolve("tracker");
    }

    @Override
    String copy(Place original, Path folder, String name) {
        return create(folder, name);
    }

    @Override
    void drop(Place place) {
        // Its file goes with the folder.
    }

    @Override
    public void close() {
        // Nothing was started.
    }
}
