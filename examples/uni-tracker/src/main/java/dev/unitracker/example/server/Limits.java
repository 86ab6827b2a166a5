package dev.unitracker.example.server;

/** How many rows a page of a list has. */
public final class Limits {

    /** No page has more. */
    public static final int MOST = 1000;

    /** Of short lists all rows come at once, as they always did. */
    public static final Parameter<Integer> ALL = of(MOST);

    private Limits() {}

    /** Returns the parameter that says how many rows are wanted at most. */
    public static Parameter<Integer> of(int otherwise) {
        return Parameter.whole("limit", 1, MOST).otherwise(otherwise);
    }
}
