package dev.unitracker.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/**
 * Fills PostgreSQL by COPY: the rows that the store wrote of a few students, again and again under other names. The ledger
 * is written as a term writes it, a few entries of each student and then the next few of each, so that those of one student
 * lie far apart.
 */
final class PostgreSqlLoader {

    /** What a look adds to the ledger where something changed. */
    private static final int ENTRIES_OF_A_LOOK = 5;

    private static final String LEDGER = "tracker_ledger";

    private final Connection connection;
    private final Faculty faculty;

    PostgreSqlLoader(Connection connection, Faculty faculty) {
        this.connection = connection;
        this.faculty = faculty;
    }

    /** Copies the students. Indexes are made anew after that, which takes a fraction of the time. */
    void load(Report report) throws SQLException, IOException {
        List<String> tables = Tables.ofAccounts(connection);
        List<String> again = withoutIndexes(tables);
        for (String table : tables) {
            report.doing("Copying " + table);
            copy(table);
        }
        report.doing("Making the indexes");
        for (String statement : again) {
            Tables.run(connection, statement);
        }
        for (int number = 0; number < Faculty.WRITTEN; number++) {
            forget(tables, Faculty.written(number));
        }
        Tables.run(connection, "vacuum analyze");
        Tables.run(connection, "checkpoint");
    }

    private void forget(List<String> tables, String account) throws SQLException {
        for (String table : tables) {
            Tables.run(connection, "delete from " + table + " where account = '" + account + "'");
        }
    }

    /** Drops keys and indexes, and returns the statements that make them again. */
    private List<String> withoutIndexes(List<String> tables) throws SQLException {
        List<String> again = new ArrayList<>();
        for (String table : tables) {
            String ofTable = " where conrelid = '" + table + "'::regclass and contype in ('p', 'u')";
            again.addAll(Tables.ask(
                    connection,
                    "select 'alter table " + table + " add constraint ' || conname || ' ' || pg_get_constraintdef(oid)"
                            + " from pg_constraint" + ofTable));
            for (String name : Tables.ask(connection, "select conname from pg_constraint" + ofTable)) {
                Tables.run(connection, "alter table " + table + " drop constraint " + name);
            }
            String indexes = " from pg_indexes where tablename = '" + table + "'";
            again.addAll(Tables.ask(connection, "select indexdef" + indexes));
            for (String name : Tables.ask(connection, "select indexname" + indexes)) {
                Tables.run(connection, "drop index " + name);
            }
        }
        return again;
    }

    private void copy(String table) throws SQLException, IOException {
        CopyManager manager = connection.unwrap(PGConnection.class).getCopyAPI();
        String columns = String.join(", ", Tables.columns(connection, table));
        List<List<String>> written = new ArrayList<>();
        for (int number = 0; number < Faculty.WRITTEN; number++) {
            written.add(rows(manager, table, columns, Faculty.written(number)));
        }
        CopyIn copy = manager.copyIn("copy " + table + " (account, " + columns + ") from stdin");
        int most = written.stream().mapToInt(List::size).max().orElse(0);
        int atOnce = table.equals(LEDGER) ? ENTRIES_OF_A_LOOK : Math.max(1, most);
        for (int from = 0; from < most; from += atOnce) {
            for (int number = 0; number < faculty.students(); number++) {
                List<String> all = written.get(number % Faculty.WRITTEN);
                int to = Math.min(from + atOnce, all.size());
                byte[] rows = named(faculty.student(number), all.subList(Math.min(from, to), to));
                copy.writeToCopy(rows, 0, rows.length);
            }
        }
        copy.endCopy();
    }

    private static List<String> rows(CopyManager manager, String table, String columns, String account)
            throws SQLException, IOException {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        manager.copyOut(
                "copy (select " + columns + " from " + table + " where account = '" + account + "' order by " + columns
                        + ") to stdout",
                rows);
        return rows.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static byte[] named(String account, List<String> rows) {
        StringBuilder text = new StringBuilder();
        for (String row : rows) {
            text.append(account).append('\t').append(row).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
