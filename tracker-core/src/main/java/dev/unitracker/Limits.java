package dev.unitracker;

/** Checks how much is asked for. */
final class Limits {

    private static final int MOST = 10_000;

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
}
