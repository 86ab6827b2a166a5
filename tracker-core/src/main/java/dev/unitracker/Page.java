package dev.unitracker;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;

/**
 * Some rows of a longer list, in its order, and how to get those that follow. An unmodifiable list of its rows.
 * Immutable if the rows are.
 *
 * @param <T> the type of a row
 */
public final class Page<T> extends AbstractList<T> implements RandomAccess {

    private final List<T> rows;
    private final String next;

    private Page(List<T> rows, String next) {
        this.rows = List.copyOf(rows);
        this.next = next;
    }

    /**
     * Makes a page of rows, of which one more than the page holds was asked for.
     *
     * @param next what the next page is asked for with, made of the last row of this one
     */
    static <T> Page<T> of(List<T> found, int limit, Function<T, String> next) {
        if (found.size() <= limit) {
            return new Page<>(found, "");
        }
        return new Page<>(found.subList(0, limit), next.apply(found.get(limit - 1)));
    }

    /** Makes a page of rows that may be longer than was asked for. */
    static <T> Page<T> of(List<T> rows, String next) {
        return new Page<>(rows, next);
    }

    /** Tells whether more rows follow. */
    public boolean hasMore() {
        return !next.isEmpty();
    }

    /** Returns the text to ask for the next page with, unchanged; empty if no more rows follow. */
    public String next() {
        return next;
    }

    @Override
    public T get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }
}
