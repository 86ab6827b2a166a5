package dev.unitracker.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The store's tables as a database lists them, so that this program need not know their columns. */
final class Tables {

    private Tables() {}

    /** Returns the names of the tables that have accounts. */
    static List<String> ofAccounts(Connection connection) throws SQLException {
        return ask(connection, """
                select table_name
                from information_schema.columns
                where lower(table_name) like 'tracker!_%' escape '!' and lower(column_name) = 'account'
                order by table_name""");
    }

    /** Returns a table's columns but the account. */
    static List<String> columns(Connection connection, String table) throws SQLException {
        return ask(connection, """
                select column_name
                from information_schema.columns
                where lower(table_name) = '%s' and lower(column_name) <> 'account'
                order by ordinal_position""".formatted(table.toLowerCase(Locale.ROOT)));
    }

    static List<String> ask(Connection connection, String query) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
        }
        return answers;
    }

    static void run(Connection connection, String statement) throws SQLException {
        try (Statement made = connection.createStatement()) {
            made.execute(statement);
        }
    }
}
