package dev.unitracker.store.jdbc;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a driver said of a failure. Jdbi's own exceptions, which are around it, quote statements and values. */
final class DriverSaid {

    /** Something is wrong with a value, or contradicts another one; drivers like to quote both. */
    private static final Set<String> QUOTING_VALUES = Set.of("21", "22", "23");

    /** In these H2 quotes the whole address, which may hold a password. */
    private static final Set<Integer> QUOTING_ADDRESS = Set.of(90011, 90046);

    private DriverSaid() {}

    /** Returns what the driver said; empty if it said nothing. */
    static Optional<SQLException> in(@Nullable Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException found) {
                return Optional.of(single(found));
            }
        }
        return Optional.empty();
    }

    /** PostgreSQL's driver quotes the statement of a batch with its values around what the server said of it. */
    private static SQLException single(SQLException found) {
        SQLException next = found instanceof BatchUpdateException ? found.getNextException() : null;
        return next == null ? found : next;
    }

    /** Returns what may be told as the cause, without what was to be written and without addresses; null if nothing. */
    static @Nullable SQLException withoutQuotes(SQLException said) {
        if (QUOTING_ADDRESS.contains(said.getErrorCode())) {
            return null;
        }
        String state = state(said);
        if (state.length() < 2 || !QUOTING_VALUES.contains(state.substring(0, 2))) {
            return said;
        }
        SQLException silent = new SQLException(
                "what the database said is left out, because it may quote what was to be written",
                state,
                said.getErrorCode());
        silent.setStackTrace(said.getStackTrace());
        return silent;
    }

    static String state(SQLException said) {
        return said.getSQLState() == null ? "" : said.getSQLState();
    }

    /** Tells whether a file or a connection is behind it. */
    static boolean isCausedByInputOutput(Throwable thrown) {
        return isCausedBy(IOException.class, thrown);
    }

    /** Tells whether nothing came in answer for as long as the connection waits. */
    static boolean isSilence(Throwable thrown) {
        return isCausedBy(SocketTimeoutException.class, thrown);
    }

    private static boolean isCausedBy(Class<? extends Throwable> type, Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
