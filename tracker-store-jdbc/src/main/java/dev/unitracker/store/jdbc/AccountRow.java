package dev.unitracker.store.jdbc;

import dev.unitracker.spi.Lease;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an account as a whole.
 *
 * @param revision how often it was written
 * @param lastNumber the number of its last ledger entry; 0 if there is none
 * @param lease its latest lease; null if there was none
 */
record AccountRow(long revision, long lastNumber, @Nullable Lease lease) {

    static final String SELECT = """
            select revision, last_number, lease_number, lease_owner, lease_until
            from tracker_account
            where account = :account""";

    private static final String LAST_NUMBERS = """
            select account, last_number
            from tracker_account
            where account in (<accounts>) and last_number > 0""";

    static AccountRow read(Handle handle, String account) {
        return handle.createQuery(SELECT)
                .bind("account", account)
                .map((row, context) -> new AccountRow(row.getLong("revision"), row.getLong("last_number"), lease(row)))
                .findFirst()
                .orElse(new AccountRow(0, 0, null));
    }

    /** Returns the numbers of the last ledger entries of those of some accounts that have any, in Java's order. */
    static SortedMap<String, Long> lastNumbers(Handle handle, Collection<String> accounts) {
        SortedMap<String, Long> numbers = new TreeMap<>();
        for (List<String> some : Parts.of(List.copyOf(accounts))) {
            handle.createQuery(LAST_NUMBERS)
                    .bindList("accounts", some)
                    .map((row, context) -> numbers.put(row.getString("account"), row.getLong("last_number")))
                    .list();
        }
        return numbers;
    }

    AccountRow with(Lease latest) {
        return new AccountRow(revision, lastNumber, latest);
    }

    AccountRow with(long number) {
        return new AccountRow(revision, number, lease);
    }

    private static @Nullable Lease lease(ResultSet row) throws SQLException {
        String owner = row.getString("lease_owner");
        return owner == null ? null : new Lease(row.getLong("lease_number"), owner, Moments.read(row, "lease_until"));
    }
}
