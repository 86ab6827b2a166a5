package dev.unitracker.benchmarks;

import dev.unitracker.Accounts;
import dev.unitracker.example.server.ApiServer;
import dev.unitracker.example.server.Premises;
import dev.unitracker.store.jdbc.JdbcStore;
import dev.unitracker.words.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

/**
 * How long the server takes to answer over HTTP, with a hundred thousand items of one account: four connections ask at a given pace,
 * whether the server keeps up or not. It is one process with the server, and {@code /health} shows what that costs by itself.
 */
final class ApiFigures {

    private static final String ACCOUNT = "student";
    private static final double SLOWEST_ON_POSTGRESQL = 10;
    private static final double SLOWEST_ON_H2 = 25;
    private static final double LATEST_EVENT = 1000;

    /** What the figures are called, and what is asked for. */
    private static final List<List<String>> QUESTIONS = List.of(
            List.of("/changes/since", "/changes/since?since=" + Semester.NOW.minus(Duration.ofDays(1))),
            List.of("/risks", "/risks"),
            List.of("/items?limit=100", "/items?limit=100"));

    private final Settings settings;
    private final Report report;

    private ApiFigures(Settings settings, Report report) {
        this.settings = settings;
        this.report = report;
    }

    static void measure(Settings settings, Report report) {
        new ApiFigures(settings, report).measure();
    }

    private void measure() {
        try (PostgreSql server = PostgreSql.start(settings.folder())) {
            measure("PostgreSQL", server.url(), SLOWEST_ON_POSTGRESQL);
        }
        Path folder = settings.folder().resolve("h2-api");
        Folders.delete(folder);
        measure("H2", "jdbc:h2:file:" + folder.resolve("api").toAbsolutePath(), SLOWEST_ON_H2);
        Folders.delete(folder);
    }

    private void measure(String database, String url, double slowest) {
        try (JdbcStore store = JdbcStore.at(url).build()) {
            int items = settings.small() ? 2000 : 100_000;
            report.doing("Writing an account of " + items + " items with " + database);
            Accounts accounts = Accounts.in(store).at(() -> Semester.NOW);
            accounts.create(ACCOUNT, ZoneOffset.ofHours(-3), Language.SPANISH);
            Semester.write(store, ACCOUNT, 11, items, items + items / 10);
            Premises premises = new Premises("benchmark", "memory", Duration.ofHours(3));
            try (ApiServer api =
                    ApiServer.of(new OneHosted(accounts, ACCOUNT), premises).start("127.0.0.1", 0)) {
                ask(database, api.port(), slowest);
                listen(database, api.port(), store);
            }
        }
    }

    private void ask(String database, int port, double slowest) {
        Asking asking = new Asking(port, settings.small() ? Duration.ofSeconds(3) : Duration.ofSeconds(60));
        report.doing("Asking the server");
        Latency health = asking.of("/health");
        report.add(Figure.plain(database + ": /health, p99", Figure.text(health.within(0.99), "ms")));
        for (List<String> question : QUESTIONS) {
            String what = database + ": " + question.get(0);
            Latency latency = asking.of(question.get(1));
            report.add(Figure.atMost(what + ", p99", latency.within(0.99), slowest, "ms"));
            report.add(Figure.plain(what + ", others", latency.toString()));
        }
    }

    private void listen(String database, int port, JdbcStore store) {
        report.doing("Listening to what changes");
        Latency latency = Listening.to(port, store, ACCOUNT, settings.small() ? 3 : 20);
        report.add(Figure.atMost(
                database + ": /events, first byte after the commit, longest", latency.longest(), LATEST_EVENT, "ms"));
        report.add(Figure.plain(database + ": /events, first byte after the commit, others", latency.toString()));
    }
}
