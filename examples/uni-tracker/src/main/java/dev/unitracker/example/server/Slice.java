package dev.unitracker.example.server;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A page of a list that was read whole. Immutable.
 *
 * @param <T> the type of a row
 * @param rows its rows
 * @param next where the list goes on; empty if it does not
 */
record Slice<T>(List<T> rows, Optional<Cursor> next) {

    Slice {
        rows = List.copyOf(rows);
    }

    /**
     * Cuts a page out of a list.
     *
     * @param all the list in its order
     * @param isAfter tells whether a row comes after those of the pages before
     * @param limit how many rows at most
     * @param cursor returns where the list goes on after a row
     */
    static <T> Slice<T> of(List<T> all, Predicate<T> isAfter, int limit, Function<T, Cursor> cursor) {
        List<T> some = all.stream().filter(isAfter).limit(limit + 1L).toList();
        if (some.size() <= limit) {
            return new Slice<>(some, Optional.empty());
        }
        List<T> rows = some.subList(0, limit);
        return new Slice<>(rows, Optional.of(cursor.apply(rows.get(limit - 1))));
    }
}
