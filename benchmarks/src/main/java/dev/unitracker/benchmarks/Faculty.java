package dev.unitracker.benchmarks;

/**
 * How many students a database has and what is kept of each.
 *
 * @param students accounts, one of which is the heavy one
 * @param items items of each account
 * @param entries ledger entries of each account but the heavy one
 * @param heavyEntries ledger entries of the heavy one
 */
record Faculty(int students, int items, int entries, int heavyEntries) {

    /** Accounts that the store writes itself; the others are copies of these under names of their own. */
    static final int WRITTEN = 8;

    /** The account with a long history. */
    static final String HEAVY = "heavy";

    static Faculty whole() {
        return new Faculty(5000, 200, 2000, 100_000);
    }

    static Faculty tenth() {
        return new Faculty(500, 200, 2000, 100_000);
    }

    static Faculty tiny() {
        return new Faculty(100, 200, 1000, 5000);
    }

    static String written(int number) {
        return "written-" + number;
    }

    String student(int number) {
        return "student-" + number;
    }

    long allItems() {
        return (long) (students + 1) * items;
    }

    long allEntries() {
        return (long) students * entries + heavyEntries;
    }
}
