package dev.unitracker.example.backup;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A table that a backup holds, as the database has it.
 *
 * @param name its name, in lower case
 * @param columns what each column holds, by its name in lower case, in the order of the columns
 */
record Table(String name, Map<String, Kind> columns) {

    /** All tables whose names begin so hold what is known; what workers plan, they plan again. */
    private static final String KNOWN = "tracker_";

    /** Who may ask, of whom only hashes are kept. What signs links is a secret, and stays where it is. */
    private static final String TOKENS = "api_token";

    /** Which scripts were run is said by the database that is restored into, which ran its own. */
    private static final List<String> OF_THE_SCHEMA = List.of("tracker_schema", "tracker_schema_history");

    private static final String[] TABLES = {"TABLE", "BASE TABLE"};

    Table {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** Returns all tables of a database that a backup holds, ordered by name. */
    static List<Table> in(Connection connection) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        Map<String, Table> tables = new TreeMap<>();
        try (ResultSet row = database.getTables(null, connection.getSchema(), "%", TABLES)) {
            while (row.next()) {
                String called = row.getString("table_name");
                String name = called.toLowerCase(Locale.ROOT);
                if (name.equals(TOKENS) || (name.startsWith(KNOWN) && !OF_THE_SCHEMA.contains(name))) {
                    tables.put(name, new Table(name, columns(connection, called)));
                }
            }
        }
        return new ArrayList<>(tables.values());
    }

    private static Map<String, Kind> columns(Connection connection, String table) throws SQLException {
        Map<String, Kind> columns = new LinkedHashMap<>();
        try (ResultSet row = connection.getMetaData().getColumns(null, connection.getSchema(), table, "%")) {
            while (row.next()) {
                if (row.getString("table_name").equals(table)) {
                    String name = row.getString("column_name").toLowerCase(Locale.ROOT);
                    columns.put(name, Kind.of(row.getString("type_name")));
                }
            }
        }
        return columns;
    }

    // The names below are those that the database itself says its tables and columns have, so they can stand in a
    // statement.

    String select() {
        return "select " + String.join(", ", columns.keySet()) + " from " + name;
    }

    String delete() {
        return "delete from " + name;
    }

    String insert() {
        String places = columns.keySet().stream().map(column -> "?").collect(Collectors.joining(", "));
        return "insert into " + name + " (" + String.join(", ", columns.keySet()) + ") values (" + places + ")";
    }
}
