package dev.unitracker.benchmarks;

import dev.unitracker.store.jdbc.JdbcStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.function.IntConsumer;

/** What questions to a store cost that holds a whole faculty. */
final class StoreFigures {

    private static final double LIMIT = 5;

    private final Settings settings;
    private final Report report;

    private StoreFigures(Settings settings, Report report) {
        this.settings = settings;
        this.report = report;
    }

    static void measure(Settings settings, Report report) {
        StoreFigures figures = new StoreFigures(settings, report);
        try {
            figures.postgresql(settings.small() ? Faculty.tiny() : Faculty.whole());
            figures.h2(settings.small() ? Faculty.tiny() : Faculty.tenth());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void postgresql(Faculty faculty) throws SQLException, IOException {
        try (PostgreSql server = PostgreSql.start(settings.folder());
                JdbcStore store = JdbcStore.at(server.url()).build();
                Connection connection = server.connect()) {
            write(store, faculty);
            new PostgreSqlLoader(connection, faculty).load(report);
            size("PostgreSQL", faculty);
            long before = sequentialScans(connection);
            ask("PostgreSQL", store, faculty, true);
            double scans = (double) (sequentialScans(connection) - before);
            String what = "PostgreSQL: tables read from end to end meanwhile";
            // A table of a few pages is rightly read as a whole.
            report.add(
                    settings.small() ? Figure.plain(what, Figure.text(scans, "")) : Figure.atMost(what, scans, 0, ""));
        }
    }

    private void h2(Faculty faculty) throws SQLException, IOException {
        Path folder = settings.folder().resolve("h2");
        Folders.delete(folder);
        String url = "jdbc:h2:file:" + folder.resolve("faculty").toAbsolutePath();
        try (JdbcStore store = JdbcStore.at(url).build();
                Connection connection = DriverManager.getConnection(url)) {
            write(store, faculty);
            new H2Loader(connection, faculty).load(report);
            size("H2", faculty);
            ask("H2", store, faculty, false);
        } finally {
            Folders.delete(folder);
        }
    }

    private void write(JdbcStore store, Faculty faculty) {
        report.doing("Writing a few students by the store itself");
        for (int number = 0; number < Faculty.WRITTEN; number++) {
            Semester.write(store, Faculty.written(number), number, faculty.items(), faculty.entries());
        }
        Semester.write(store, Faculty.HEAVY, 99, faculty.items(), faculty.heavyEntries());
    }

    private void size(String database, Faculty faculty) {
        report.add(Figure.plain(
                database + ": size",
                Figure.text((double) faculty.allItems(), "items") + ", "
                        + Figure.text((double) faculty.allEntries(), "entries")));
    }

    private void ask(String database, JdbcStore store, Faculty faculty, boolean promised) {
        StoreQuestions questions = new StoreQuestions(store, faculty);
        report.doing("Reading every page of the ledger once");
        Latency first = questions.everyPage();
        report.add(Figure.plain(
                database + ": each page of the ledger for the first time, p99", Figure.text(first.within(0.99), "ms")));
        report.add(Figure.plain(database + ": each page of the ledger for the first time, others", first.toString()));
        question(database + ": changes after, 500 rows", questions, questions.after(), promised);
        question(database + ": changes after, 500 rows, heavy account", questions, questions.afterOfHeavy(), promised);
        question(database + ": changes since yesterday", questions, questions.since(), false);
        question(database + ": changes since yesterday, heavy account", questions, questions.sinceOfHeavy(), false);
        question(database + ": deadlines", questions, questions.deadlines(), promised);
        question(database + ": risks", questions, questions.risks(), promised);
        question(database + ": one course read", questions, questions.courseRead(), false);
        question(database + ": one course written, 3 changes", questions, questions.courseWrite(), false);
    }

    private void question(String what, StoreQuestions questions, IntConsumer question, boolean promised) {
        int times = settings.small() ? 300 : 3000;
        Latency latency = Latency.of(times, times, question);
        if (questions.answered() == 0) {
            throw new IllegalStateException("nothing was found, so nothing was measured: " + what);
        }
        double slow = latency.within(0.99);
        report.add(
                promised
                        ? Figure.atMost(what + ", p99", slow, LIMIT, "ms")
                        : Figure.plain(what + ", p99", Figure.text(slow, "ms")));
        report.add(Figure.plain(what + ", others", latency.toString()));
    }

    /** The server counts them, so that no plan need be asked for: an index was used if no table was read as a whole. */
    private static long sequentialScans(Connection connection) throws SQLException {
        Tables.run(connection, "select pg_stat_clear_snapshot()");
        List<String> count = Tables.ask(
                connection,
                "select sum(seq_scan) from pg_stat_user_tables where relname like 'tracker!_%' escape '!'"
                        + " and relname <> 'tracker_schema'");
        return Long.parseLong(count.get(0));
    }
}
