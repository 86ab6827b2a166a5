package dev.unitracker.model;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * An item that a search found. Immutable.
 *
 * @param stored the item
 * @param where where its words were found
 */
public record Found(StoredItem stored, Search.Where where) {

    /** Null is refused. */
    public Found {
        Objects.requireNonNull(stored, "stored");
        Objects.requireNonNull(where, "where");
    }

    /** Returns an item as a search finds it; empty if it does not. */
    public static Optional<Found> by(Search search, StoredItem stored) {
        return search.in(stored.item()).map(where -> new Found(stored, where));
    }

    /** Returns its place among all that was found. */
    public Rank rank() {
        return new Rank(where, stored.item().status(), stored.number());
    }

    /**
     * Returns some words of it around the first place where a word was found; of its title if all are there. Plain text in one line.
     */
    public String excerpt(Search search) {
        String title = stored.item().title();
        return where == Search.Where.TITLE
                ? Passage.of(title, search)
                : Passage.of(stored.item().body().orElse(title), search);
    }

    /**
     * The place of an item among all that was found: the better the place of the words the sooner, then what is there before what is
     * hidden or gone, then the newest first. Immutable.
     *
     * @param where where the words were found
     * @param status whether the item is there
     * @param number the number of the item
     */
    public record Rank(Search.Where where, ItemStatus status, long number) implements Comparable<Rank> {

        private static final Comparator<Rank> ORDER = Comparator.comparing(Rank::where)
                .thenComparing(Rank::status)
                .thenComparing(Comparator.comparing(Rank::number).reversed());

        /** Null is refused. */
        public Rank {
            Objects.requireNonNull(where, "where");
            Objects.requireNonNull(status, "status");
        }

        @Override
        public int compareTo(Rank other) {
            return ORDER.compare(this, other);
        }
    }
}
