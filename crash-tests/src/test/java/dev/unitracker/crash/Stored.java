package dev.unitracker.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Everything that is stored in a place, to be compared to the byte: each row of each of the store's tables, whatever tables
 * there are, and the names of the artifacts, which are the hashes of what they hold.
 *
 * @param parts the lines of each part, ordered
 */
record Stored(SortedMap<String, List<String>> parts) {

    /** What a killed process leaves otherwise and may leave otherwise. All else is compared. */
    private static final Set<String> ANY = Set.of(
            // How many transactions wrote the account: whoever begins again needs more of them.
            "tracker_account.revision",
            // How often the account was taken: again after each kill.
            "tracker_account.lease_number",
            // What a look asks: one that is made again finds files that were read already. It comes after those that
            // broke off.
            "tracker_run.number",
            "tracker_run.requests",
            "tracker_run.answers",
            // When and how often something was sent: what was being sent at a kill is sent again later, and so is its
            // repeat.
            "tracker_outbox.attempts",
            "tracker_outbox.created_at",
            "tracker_outbox.not_before",
            "tracker_outbox.ended_at");

    /** Of what a look asks, only this is compared: whether any of it was kept. */
    private static final String KEPT = "tracker_run.kept";

    /** What only a killed process leaves: how far it got, for replays. */
    private static final String BROKEN_OFF = "outcome=broken_off";

    static Stored in(Place place) {
        SortedMap<String, List<String>> parts = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(place.url())) {
            for (String table : tables(connection)) {
                parts.put(table, rows(connection, table));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read " + place, e);
        }
        parts.put("artifacts", artifacts(place.artifacts()));
        return new Stored(parts);
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getTables(null, null, null, new String[] {"TABLE"})) {
            while (found.next()) {
                String table = found.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                // How the tables came to be is no work of a look.
                if (table.startsWith("tracker_") && !table.startsWith("tracker_schema")) {
                    tables.add(table);
                }
            }
        }
        return tables;
    }

    private static List<String> rows(Connection connection, String table) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select * from " + table)) {
            while (found.next()) {
                rows.add(row(found, table));
            }
        }
        rows.removeIf(row -> table.equals("tracker_run") && row.contains(BROKEN_OFF));
        rows.sort(null);
        return rows;
    }

    private static String row(ResultSet row, String table) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        List<String> values = new ArrayList<>();
        for (int index = 1; index <= columns.getColumnCount(); index++) {
            String column = columns.getColumnName(index).toLowerCase(Locale.ROOT);
            String name = table + "." + column;
            if (!ANY.contains(name)) {
                values.add(column + "=" + (name.equals(KEPT) ? row.getInt(index) > 0 : row.getString(index)));
            }
        }
        return String.join(" | ", values);
    }

    private static List<String> artifacts(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[0-9a-f]{64}"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
