package dev.unitracker.crash;

import java.nio.file.Path;

/**
 * Where an account is kept.
 *
 * @param url the address of its database
 * @param folder the folder of everything else
 */
record Place(String url, Path folder) {

    static Place at(String url, String folder) {
        return new Place(url, Path.of(folder));
    }

    /** Returns the folder of its artifacts. */
    Path artifacts() {
        return folder.resolve("raw");
    }

    /** Returns the file of what was told. */
    Path told() {
        return folder.resolve("told.txt");
    }
}
