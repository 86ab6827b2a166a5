package dev.unitracker.spi;

import java.util.Optional;

/**
 * What contains an item. If it is closed to the student, that the item is not shown proves nothing.
 *
 * <p>An item that is a {@link PartOf} another one says so, moves with it, and is removed with it. Where else an item is
 * {@link PlacedIn} is only remembered: being moved from one such place to another is nothing that a student would care for.
 */
public sealed interface Within {

    /** Returns its name: the source key of the item, or the name of the place. */
    String name();

    /** Returns the source key of the item that it is; empty if it is none. */
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
     * Placed somewhere that is no item: in a section of a page, under a heading.
     *
     * @param name any name, the same at each look; among the names of a source's items and places there are no two alike
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
