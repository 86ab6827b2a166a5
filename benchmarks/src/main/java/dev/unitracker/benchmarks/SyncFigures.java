package dev.unitracker.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import dev.unitracker.Accounts;
import dev.unitracker.moodle.simulator.MoodleSimulator;
import dev.unitracker.moodle.simulator.Recording;
import dev.unitracker.report.SyncReport;
import dev.unitracker.store.jdbc.JdbcStore;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * What a look costs, against a simulated Moodle in the same JVM, whose processor time is therefore included; that of a
 * PostgreSQL server is not.
 */
final class SyncFigures {

    private final Settings settings;
    private final Report report;
    private final OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private SyncFigures(Settings settings, Report report) {
        this.settings = settings;
        this.report = report;
    }

    static void measure(Settings settings, Report report) {
        new SyncFigures(settings, report).measure();
    }

    private void measure() {
        Path folder = settings.folder().resolve("h2-looks");
        Folders.delete(folder);
        String file = "jdbc:h2:file:" + folder.resolve("looks").toAbsolutePath();
        // As the library opens a file itself: what is committed is written at once.
        looks("H2 file", JdbcConnectionPool.create(file + ";WRITE_DELAY=0", "sa", ""));
        opening(file);
        Folders.delete(folder);
        try (PostgreSql server = PostgreSql.start(settings.folder())) {
            PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
            source.setUrl(server.url());
            looks("PostgreSQL", JdbcConnectionPool.create(source));
        }
    }

    private void looks(String database, JdbcConnectionPool pool) {
        report.doing("Looking at a simulated Moodle, with " + database);
        CountedDatabase counted = new CountedDatabase(pool);
        try (JdbcStore store = JdbcStore.on(counted.dataSource()).build();
                MoodleSimulator moodle =
                        MoodleSimulator.playing(Recording.term()).start()) {
            moodle.moveTo(Recording.term().steps() - 1);
            Function<Integer, Student> students = number -> new Student(moodle, store, "student-" + number);
            int times = settings.small() ? 3 : 20;
            int[] next = {0};
            Supplier<SyncReport> first = () -> students.apply(next[0]++).look();
            costs(database + ", first look", counted, moodle, new Looks(times, 30), first);
            Student settled = students.apply(0);
            settled.look();
            costs(database + ", quiet look", counted, moodle, new Looks(times * 5, 4), settled::look);
        } finally {
            pool.dispose();
        }
    }

    /**
     * How often is looked.
     *
     * @param requests how many requests each look may make
     */
    private record Looks(int times, int requests) {}

    /** What a program pays before it can answer for the first time, in a JVM that is warm. */
    private void opening(String file) {
        int times = settings.small() ? 5 : 50;
        int[] items = {0};
        Latency wall = Latency.of(times, times, time -> {
            try (JdbcStore store = JdbcStore.at(file, "sa", "").build()) {
                items[0] = Accounts.in(store)
                        .account("student-0")
                        .orElseThrow()
                        .items()
                        .size();
            }
        });
        String what = "H2 file, opening the store and reading " + items[0] + " items of an account";
        report.add(Figure.plain(what, wall + ", p99 " + Figure.text(wall.within(0.99), "ms")));
    }

    private void costs(
            String what, CountedDatabase database, MoodleSimulator moodle, Looks looks, Supplier<SyncReport> look) {
        int times = looks.times();
        int[] changes = {0};
        IntConsumer counting = time -> changes[0] = look.get().changes().size();
        IntStream.range(0, times).forEach(counting);
        database.rowsWritten();
        moodle.resetCounts();
        long processor = process.getProcessCpuTime();
        long allocated = threads.getCurrentThreadAllocatedBytes();
        Latency wall = Latency.of(0, times, counting);
        double each = (process.getProcessCpuTime() - processor) / 1e6 / times;
        double bytes = (threads.getCurrentThreadAllocatedBytes() - allocated) / 1024.0 / times;
        report.add(Figure.plain(what + ": changes", Figure.text(changes[0], "")));
        report.add(Figure.plain(what + ": time", wall + ", p99 " + Figure.text(wall.within(0.99), "ms")));
        report.add(Figure.plain(what + ": processor time", Figure.text(each, "ms")));
        report.add(Figure.plain(what + ": allocated by the thread that looks", Figure.text(bytes, "KB")));
        report.add(Figure.atMost(what + ": requests", (double) moodle.requests() / times, looks.requests(), ""));
        report.add(Figure.plain(what + ": rows written", Figure.text((double) database.rowsWritten() / times, "")));
    }
}
