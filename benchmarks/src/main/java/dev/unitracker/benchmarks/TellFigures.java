package dev.unitracker.benchmarks;

import dev.unitracker.Accounts;
import dev.unitracker.Tracker;
import dev.unitracker.model.ItemId;
import dev.unitracker.notice.Delivery;
import dev.unitracker.notice.Delivery.Address;
import dev.unitracker.notice.Delivery.Timing;
import dev.unitracker.notice.Notice;
import dev.unitracker.notice.Severity;
import dev.unitracker.report.DispatchReport;
import dev.unitracker.spi.Store;
import dev.unitracker.store.jdbc.JdbcStore;
import dev.unitracker.words.Language;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What it costs to tell what waits, to somebody who takes it at once: each message of ten thousand that wait beside each
 * of a hundred.
 */
final class TellFigures {

    private static final int FEW = 100;
    private static final int ITEMS = 200;
    private static final double LONGEST_SECONDS = 10;
    private static final double MOST_GROWTH = 2;
    private static final Address SOMEBODY = new Address(Nobody.NAME, "");

    private final Settings settings;
    private final Report report;
    private final int many;
    private int accounts;

    /** What waits, by number. */
    @FunctionalInterface
    private interface Waiting {
        Notice notice(String account, int number);
    }

    private TellFigures(Settings settings, Report report) {
        this.settings = settings;
        this.report = report;
        this.many = settings.small() ? 1000 : 10_000;
    }

    static void measure(Settings settings, Report report) {
        new TellFigures(settings, report).measure();
    }

    private void measure() {
        Path folder = settings.folder().resolve("h2-telling");
        Folders.delete(folder);
        try (JdbcStore store =
                JdbcStore.inFile(folder.resolve("telling").toAbsolutePath()).build()) {
            tell("H2 file", store);
        }
        Folders.delete(folder);
        try (PostgreSql server = PostgreSql.start(settings.folder());
                JdbcStore store = JdbcStore.at(server.url()).build()) {
            tell("PostgreSQL", store);
        }
    }

    private void tell(String database, Store store) {
        report.doing("Telling what waits, with " + database);
        figures(database + ": alerts", store, TellFigures::alert);
        // They wait for the same moment, and no number of a change says which of them comes first.
        figures(
                database + ": notices of looks",
                store,
                (account, look) -> new Notice.Baseline("look " + look, 1, look));
    }

    /** One in two is told again until somebody says that he knows. */
    private static Notice alert(String account, int change) {
        ItemId item = new ItemId(account, Semester.SOURCE, "module:" + (100 + change % ITEMS));
        return new Notice.ChangeAlert(change, item, change % 2 == 0 ? Severity.HIGH : Severity.INFORMATION);
    }

    private void figures(String what, Store store, Waiting notices) {
        told(store, many / 4, notices);
        double few = IntStream.range(0, settings.small() ? 3 : 10)
                .mapToDouble(time -> told(store, FEW, notices) / FEW)
                .average()
                .orElseThrow();
        double all = told(store, many, notices);
        report.add(Figure.plain(what + ", each of " + FEW, Figure.text(few, "ms")));
        report.add(Figure.plain(what + ", each of " + many, Figure.text(all / many, "ms")));
        report.add(Figure.atMost(what + ", growth from " + FEW + " to " + many, all / many / few, MOST_GROWTH, ""));
        report.add(Figure.atMost(what + ", " + many, all / 1000, LONGEST_SECONDS, "s"));
    }

    /** Lets an account of its own have so many that wait, and returns in how many milliseconds they were told. */
    private double told(Store store, int messages, Waiting notices) {
        String account = "told-" + accounts++;
        Semester.write(store, account, 7, ITEMS, ITEMS + many);
        wait(store, account, messages, notices);
        Tracker tracker = Tracker.of(Accounts.in(store).create(account, ZoneOffset.ofHours(-3), Language.SPANISH))
                .collectors(List.of(new Syllabus(0, 0, 0)))
                .notifier(new Nobody())
                .clock(() -> Semester.NOW)
                .build();
        long begin = System.nanoTime();
        DispatchReport told = tracker.dispatch();
        double took = (System.nanoTime() - begin) / 1e6;
        if (told.sent() < messages) {
            throw new IllegalStateException("only " + told.sent() + " of " + messages + " were told: " + told);
        }
        return took;
    }

    private static void wait(Store store, String account, int messages, Waiting notices) {
        Timing timing = new Timing(Semester.NOW, Semester.NOW.minusSeconds(1), null);
        List<Delivery> waiting = new ArrayList<>();
        for (int number = 1; number <= messages; number++) {
            waiting.add(Delivery.of(notices.notice(account, number), SOMEBODY, timing));
        }
        store.inTransaction(account, session -> {
            session.outbox().add(waiting);
            return account;
        });
    }
}
