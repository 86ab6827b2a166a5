package dev.unitracker;

import dev.unitracker.model.Evidence;
import dev.unitracker.model.StoredItem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The files of an item and the texts that were read out of them. Immutable.
 *
 * @param stored the item
 * @param files its files, removed ones too, ordered by id; if the item is a file itself, only that; empty if it has
 *     none
 */
public record Content(StoredItem stored, List<File> files) {

    /**
     * One file.
     *
     * @param stored the file as an item: the title is the file's name; the review status and its reason say if no text
     *     could be read
     * @param evidence the answers that it was learnt from; an answer that names an artifact was kept under that hash
     * @param size how many bytes it has, as its source says; empty if it does not
     */
    public record File(StoredItem stored, List<Evidence> evidence, Optional<Long> size) {

        /** Copies the list. Null is refused. */
        public File {
            Objects.requireNonNull(stored, "stored");
            evidence = List.copyOf(evidence);
        }

        /** Returns the text that was read out of the file; empty if none was. */
        public Optional<String> text() {
            return stored.item().body();
        }
    }

    /** Copies the list. Null is refused. */
    public Content {
        Objects.requireNonNull(stored, "stored");
        files = List.copyOf(files);
    }
}
