package dev.unitracker.document;

/**
 * Where a block begins.
 *
 * @param page the page, sheet or slide, counted from 1; 0 in a document without pages
 * @param line the line of that page, counted from 1; 0 where it is not known
 */
public record Position(int page, int line) {

    /** Somewhere in a document without pages. */
    public static final Position NONE = new Position(0, 0);

    public Position {
        if (page < 0 || line < 0) {
            throw new IllegalArgumentException("a position is not negative: page " + page + ", line " + line);
        }
    }

    /** Returns the beginning of a page of which the lines are not known. */
    public static Position onPage(int page) {
        return new Position(page, 0);
    }
}
