package dev.unitracker.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Fills H2, which knows no COPY: the rows that the store wrote of a few students, selected again under other names. */
final class H2Loader {

    private static final int AT_ONCE = 50;

    private final Connection connection;
    private final Faculty faculty;

    H2Loader(Connection connection, Faculty faculty) {
        this.connection = connection;
        this.faculty = faculty;
    }

    void load(Report report) throws SQLException {
        List<String> tables = Tables.ofAccounts(connection);
        for (String table : tables) {
            report.doing("Copying " + table);
            String columns = String.join(", ", Tables.columns(connection, table));
            for (int from = 0; from < faculty.students(); from += AT_ONCE) {
                Tables.run(connection, copy(table, columns, from, Math.min(faculty.students(), from + AT_ONCE) - 1));
            }
        }
        Tables.run(connection, "analyze");
    }

    private static String copy(String table, String columns, int first, int last) {
        return "insert into " + table + " (account, " + columns + ") select 'student-' || x, " + columns
                + " from system_range(" + first + ", " + last + ") join " + table
                + " on account = 'written-' || mod(x, "
                + Faculty.WRITTEN + ")";
    }
}
