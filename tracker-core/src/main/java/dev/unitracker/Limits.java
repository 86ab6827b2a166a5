package dev.unitracker;

import dev.unitracker.model.Found;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.model.Search;

/** Checks how much is asked for, and from where on. */
final class Limits {

    private static final int MOST = 10_000;
    private static final int PARTS = 3;

    private Limits() {}

    /** Checks how many rows are asked for at once. */
    static void check(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit must be from 1 to 10000: " + limit);
        }
    }

    /** Reads what a page said comes next. */
    static long number(String next) {
        try {
            return Long.parseLong(next);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("no page says that '" + next + "' comes next", e);
        }
    }

    /** Returns what the page after an item that was found is asked for with. */
    static String next(Found.Rank rank) {
        return rank.where().name() + "." + rank.status().name() + "." + rank.number();
    }

    /** Reads it. */
    static Found.Rank rank(String next) {
        String[] parts = next.split("\\.", -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("no page says that '" + next + "' comes next");
        }
        return new Found.Rank(Search.Where.valueOf(parts[0]), ItemStatus.valueOf(parts[1]), number(parts[2]));
    }
}
