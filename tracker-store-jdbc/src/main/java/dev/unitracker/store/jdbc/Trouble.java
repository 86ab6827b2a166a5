package dev.unitracker.store.jdbc;

import dev.unitracker.error.StoreException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What went wrong with a database, in words that say what to do. Never quotes a statement or its values. */
final class Trouble {

    private static final String UNREACHABLE = "the database cannot be reached; check that it runs, and its address";
    private static final String LOGIN = "the database refuses the login; check user and password";
    private static final String ABSENT = "there is no such database; create it first, or check its name";
    private static final String TABLES =
            "the tables are not there or of another version; let the store create them, or run its scripts";
    private static final String BUSY = "somebody else holds the data for too long; try again";
    private static final String ADDRESS =
            "the address has to give the whole path of the file: jdbc:h2:file:/path/to/file";
    private static final String FILE =
            "the file cannot be used; its folder has to be one that may be written and has space left";
    private static final String READ_ONLY =
            "the database can only be read; allow that it is written, or use one that may be";
    private static final String CLOSED = "the database was closed; open the store anew";

    /** H2 tells much by its own codes, for which the standard has no state. */
    private static final Map<Integer, String> BY_H2_CODE = Map.ofEntries(
            Map.entry(
                    90020,
                    "the file is in use by another process; stop that one, or use PostgreSQL, which many can share"),
            Map.entry(90098, CLOSED),
            Map.entry(90121, CLOSED),
            Map.entry(90146, ABSENT),
            Map.entry(90013, ABSENT),
            Map.entry(90011, ADDRESS),
            Map.entry(90046, ADDRESS),
            Map.entry(90113, "the address has a setting that H2 does not know; leave it out"),
            Map.entry(90028, FILE),
            Map.entry(90031, FILE),
            Map.entry(90062, FILE),
            Map.entry(90097, READ_ONLY),
            Map.entry(90030, "the file is damaged; restore it from a copy"),
            Map.entry(
                    90048, "the file was written by another version of H2; export and import it with its Script tool"),
            Map.entry(50200, BUSY),
            Map.entry(90067, UNREACHABLE),
            Map.entry(8000, FILE),
            Map.entry(8001, "all connections of the store are in use; do less at once, or try again"));

    private static final int H2_GENERAL = 50000;

    private static final Map<String, String> BY_STATE = Map.ofEntries(
            Map.entry("28P01", LOGIN),
            Map.entry("28000", LOGIN),
            Map.entry("3D000", ABSENT),
            Map.entry("42P01", TABLES),
            Map.entry("42703", TABLES),
            Map.entry("42S02", TABLES),
            Map.entry("42S04", TABLES),
            Map.entry("42S22", TABLES),
            Map.entry("42501", "the user may not do that; grant it the right"),
            Map.entry("25006", READ_ONLY),
            Map.entry("22001", "a text is longer than its column takes"),
            Map.entry("40001", BUSY),
            Map.entry("40P01", BUSY),
            Map.entry("55P03", BUSY),
            Map.entry("53100", "the database's disk is full; make room on it"),
            Map.entry("53300", "the database has no connection left; let fewer programs use it, or allow more"),
            Map.entry("57014", "the statement was cancelled; try again"));

    private static final Map<String, String> BY_CLASS = Map.of(
            "08",
            UNREACHABLE,
            "57",
            UNREACHABLE,
            "53",
            "the database ran out of space, of memory or of connections; give it more",
            "22",
            "the database does not take a value; please report it",
            "23",
            "the entry contradicts what is stored; it was perhaps written before, so look again");

    /** A row was changed by another transaction, or is held by one for longer than the database waits. */
    private static final Set<String> RACES = Set.of("40001", "40P01", "55P03", "HYT00");

    /** The server ended the connection, or it was found broken or closed. */
    private static final Set<String> LOST = Set.of("57P01", "57P02", "08003", "08006");

    private static final Set<Integer> LOST_BY_H2 = Set.of(90007, 90067, 90098, 90121);

    private static final String EXISTS = "23505";

    private Trouble() {}

    /**
     * Returns what to throw when something could not be done.
     *
     * @param doing what, to be read after "could not"
     */
    static StoreException when(String doing, Throwable thrown) {
        @Nullable SQLException said = DriverSaid.in(thrown).orElse(null);
        if (said == null) {
            return new StoreException("could not " + doing + "; the cause says why", thrown);
        }
        String message = "could not " + doing + ": " + advice(said) + " (SQL state " + said.getSQLState() + ")";
        return new StoreException(message, DriverSaid.withoutQuotes(said));
    }

    /** Returns why the work is to be done again, without what it was about to write. */
    static WrittenMeanwhileException again(Throwable thrown) {
        return new WrittenMeanwhileException(
                DriverSaid.in(thrown).map(DriverSaid::withoutQuotes).orElse(null));
    }

    /** Tells whether the work should be done again, because another transaction came in between. */
    static boolean isRace(Throwable thrown) {
        return DriverSaid.in(thrown)
                .map(SQLException::getSQLState)
                .filter(RACES::contains)
                .isPresent();
    }

    /** Tells whether a row was there already. */
    static boolean isThere(Throwable thrown) {
        return DriverSaid.in(thrown)
                .map(SQLException::getSQLState)
                .filter(EXISTS::equals)
                .isPresent();
    }

    /** Tells whether a statement asked for a table that is not there. */
    static boolean isAboutTables(SQLException thrown) {
        return TABLES.equals(BY_STATE.get(DriverSaid.state(thrown)));
    }

    /** Tells whether a connection was lost since it was made, so that another one may do. */
    static boolean isLostConnection(Throwable thrown) {
        return DriverSaid.in(thrown)
                .filter(e -> LOST.contains(DriverSaid.state(e)) || LOST_BY_H2.contains(e.getErrorCode()))
                .isPresent();
    }

    private static String advice(SQLException trouble) {
        String byCode = BY_H2_CODE.get(trouble.getErrorCode());
        if (byCode != null) {
            return byCode;
        }
        String state = DriverSaid.state(trouble);
        String byState = BY_STATE.get(state);
        if (byState != null) {
            return byState;
        }
        if (trouble.getErrorCode() == H2_GENERAL && DriverSaid.isCausedByInputOutput(trouble)) {
            return FILE;
        }
        String byClass = state.length() < 2 ? null : BY_CLASS.get(state.substring(0, 2));
        return byClass != null ? byClass : "the database reports an error; look into its log, and at the cause";
    }
}
