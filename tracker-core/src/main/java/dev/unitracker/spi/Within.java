package dev.unitracker.spi;

import dev.unitracker.model.StorableText;
import java.util.Optional;

/**
 * What contains an item: another item, or a place that is no item. If the student may not open it, the items in it are
 * not taken as removed. Immutable.
 *
 * <p>A {@link PartOf} is stored as a field of the item. A {@link PlacedIn} is only remembered with the sighting: if an
 * item moves from one place to another, nobody is told.
 */
public sealed interface Within {

    /** Returns its name: the source key of the item, or the name of the place. */
    String name();

    /** Returns the source key of the item that contains it; empty if a place does. */
    Optional<String> item();

    /** Returns the form that a store keeps. */
    String encode();

    /**
     * Returns what {@link #encode} wrote. No source key begins with a colon.
     *
     * @throws IllegalArgumentException if the name is blank
     */
    static Within decode(String text) {
        return text.startsWith(":") ? new PlacedIn(text.substring(1)) : new PartOf(text);
    }

    /**
     * A part of an item: a file of a folder, a reply of a discussion.
     *
     * @param name the item's source key
     */
    record PartOf(String name) implements Within {

        /**
         * Makes the name {@linkplain StorableText storable}.
         *
         * @throws IllegalArgumentException if the name is blank
         */
        public PartOf {
            name = checked(name);
        }

        @Override
        public Optional<String> item() {
            return Optional.of(name);
        }

        @Override
        public String encode() {
            return name;
        }
    }

    /**
     * Placed in something that is no item: in a section of a page, under a heading.
     *
     * @param name any name that is the same at each look, and that no item and no other place of the source has
     */
    record PlacedIn(String name) implements Within {

        /**
         * Makes the name {@linkplain StorableText storable}.
         *
         * @throws IllegalArgumentException if the name is blank
         */
        public PlacedIn {
            name = checked(name);
        }

        @Override
        public Optional<String> item() {
            return Optional.empty();
        }

        @Override
        public String encode() {
            return ":" + name;
        }
    }

    private static String checked(String name) {
        String storable = StorableText.of(name);
        if (storable.isBlank()) {
            throw new IllegalArgumentException("what contains an item has a name");
        }
        return storable;
    }
}
