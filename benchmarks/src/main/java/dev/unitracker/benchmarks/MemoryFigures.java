package dev.unitracker.benchmarks;

import dev.unitracker.Accounts;
import dev.unitracker.Tracker;
import dev.unitracker.store.jdbc.JdbcStore;
import dev.unitracker.words.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How much heap one look needs, with a short history and with a long one.
 *
 * <p>What is needed is the smallest {@code -Xmx} with which a JVM of its own gets through the look, found by halving. A
 * heap that is merely large enough to keep garbage for a while says nothing; one that is too small ends the process.
 */
final class MemoryFigures {

    private static final int ITEMS_EACH = 25;
    private static final int SHORT_HISTORY = 1000;
    private static final int LARGEST = 256 * 1024;
    private static final int STEP = 256;
    private static final double GROWTH = 1.1;

    private final Settings settings;
    private final Report report;

    private MemoryFigures(Settings settings, Report report) {
        this.settings = settings;
        this.report = report;
    }

    static void measure(Settings settings, Report report) {
        new MemoryFigures(settings, report).measure();
    }

    /** Returns the source that is looked at. Half of its deadlines move from round to round. */
    static Syllabus syllabus() {
        return new Syllabus(Semester.COURSES, ITEMS_EACH, 13);
    }

    private void measure() {
        int longHistory = settings.small() ? 50_000 : 1_000_000;
        try (PostgreSql server = PostgreSql.start(settings.folder())) {
            report.doing("Writing histories of " + SHORT_HISTORY + " and " + longHistory + " ledger entries");
            try (JdbcStore store = JdbcStore.at(server.url()).build();
                    Connection connection = server.connect()) {
                history(store, "short");
                history(store, "long");
                lengthen(connection, "long", longHistory);
                lengthen(connection, "long");
                Tables.run(connection, "vacuum analyze");
            }
            report.doing("Looking with ever smaller heaps");
            double little = needed(server.url(), "short");
            double much = needed(server.url(), "long");
            report.add(Figure.plain("heap of a look, " + SHORT_HISTORY + " entries", Figure.text(little / 1024, "MB")));
            report.add(Figure.plain("heap of a look, " + longHistory + " entries", Figure.text(much / 1024, "MB")));
            report.add(Figure.atMost("heap of a look, growth with history", much / little, GROWTH, ""));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void history(JdbcStore store, String account) {
        Syllabus syllabus = syllabus();
        Tracker tracker = Tracker.of(Accounts.in(store)
                        .create(account, ZoneId.of("America/Argentina/Buenos_Aires"), Language.SPANISH))
                .collectors(List.of(syllabus))
                .build();
        tracker.syncFully();
        int round = 1;
        while (store.inTransaction(account, session -> session.ledger().last()) < SHORT_HISTORY) {
            syllabus.nextRound(round++);
            tracker.syncFully();
        }
    }

    /** Repeats the entries that are there under later numbers, as if all had happened over and over. */
    private static void lengthen(Connection connection, String account, int entries) throws SQLException {
        List<String> columns = new ArrayList<>(Tables.columns(connection, "tracker_ledger"));
        columns.remove("number");
        String others = String.join(", ", columns);
        String last = "(select max(number) from tracker_ledger where account = '" + account + "')";
        Tables.run(
                connection,
                "insert into tracker_ledger (account, number, " + others + ") select account, number + " + last
                        + " * n, "
                        + others + " from tracker_ledger cross join generate_series(1, (" + entries + " - 1) / " + last
                        + ") n where account = '" + account + "'");
        Tables.run(
                connection, "update tracker_account set last_number = " + last + " where account = '" + account + "'");
    }

    /** Repeats the looks that are there, with all they asked, until each has written as much as it did in the short history. */
    private static void lengthen(Connection connection, String account) throws SQLException {
        List<String> columns = new ArrayList<>(Tables.columns(connection, "tracker_run"));
        columns.removeAll(List.of("account", "number", "name"));
        String others = String.join(", ", columns);
        String last = "(select max(number) from tracker_run where account = '" + account + "')";
        String times = "(select max(number) from tracker_ledger where account = '" + account + "') / " + SHORT_HISTORY;
        Tables.run(
                connection,
                "insert into tracker_run (account, number, name, " + others + ") select account, number + " + last
                        + " * n, lpad(cast(number + " + last + " * n as varchar), 9, '0'), " + others
                        + " from tracker_run cross join generate_series(1, " + times + " - 1) n where account = '"
                        + account + "'");
    }

    private int needed(String url, String account) {
        // The first one also tells all that its notifier was not told yet.
        if (!suffices(url, account, LARGEST)) {
            throw new IllegalStateException("a look failed for another reason than its heap");
        }
        int enough = LARGEST;
        int tooLittle = 0;
        while (enough - tooLittle > STEP) {
            int middle = (enough + tooLittle) / 2;
            if (suffices(url, account, middle)) {
                enough = middle;
            } else {
                tooLittle = middle;
            }
        }
        return enough;
    }

    private boolean suffices(String url, String account, int kilobytes) {
        Path log = settings.folder().resolve("look-" + account + ".txt");
        ProcessBuilder look = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Xmx" + kilobytes + "k",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OneLook.class.getName(),
                        url,
                        account)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        try {
            Process process = look.start();
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            throw new IllegalStateException("no JVM could be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
