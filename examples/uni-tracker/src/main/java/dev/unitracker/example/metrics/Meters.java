package dev.unitracker.example.metrics;

import dev.unitracker.TrackerObserver;
import dev.unitracker.error.AccountBusyException;
import dev.unitracker.error.TrackerException;
import dev.unitracker.model.Change;
import dev.unitracker.report.DispatchReport;
import dev.unitracker.report.SyncReport;
import dev.unitracker.run.Run;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this process did, counted, and how far behind the accounts are, as Prometheus reads it. All accounts are one: no label has a
 * name, an address or a text of anybody's. Safe for use by several threads.
 */
public final class Meters implements TrackerObserver {

    /** The form in which {@link #text} is written. */
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final Logger log = LoggerFactory.getLogger("unitracker.metrics");

    private static final String OUTCOME = "outcome";
    private static final String BUSY = "busy";
    private static final String FAILED = "failed";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "DELETE");
    private static final double MILLIS = 1000;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    /** Makes some that count from nothing. What never happened is there as well, so that its first time is seen as a rise. */
    public Meters() {
        Arrays.stream(Run.Outcome.values()).map(Run.Outcome::key).forEach(outcome -> {
            Timer unusedYet = looks(outcome);
            Counter unused = requests(outcome);
        });
        List.of(BUSY, FAILED).forEach(this::looks);
        List.of("news", "baseline", "other").forEach(this::changes);
        List.of("sent", "skipped", FAILED).forEach(this::deliveries);
    }

    private Timer looks(String outcome) {
        return Timer.builder("unitracker.looks")
                .description("Looks at accounts, and how long they took")
                .tag(OUTCOME, outcome)
                .register(registry);
    }

    private Counter requests(String outcome) {
        return Counter.builder("unitracker.source.requests")
                .description("Requests that looks made to sources, by what came of the look")
                .tag(OUTCOME, outcome)
                .register(registry);
    }

    private Counter changes(String sort) {
        return Counter.builder("unitracker.changes")
                .description("Entries written to ledgers: news, what a first look found, or other ones")
                .tag("sort", sort)
                .register(registry);
    }

    private Counter deliveries(String outcome) {
        return Counter.builder("unitracker.deliveries")
                .description("Messages that were due, by what became of them")
                .tag(OUTCOME, outcome)
                .register(registry);
    }

    @Override
    public void looked(SyncReport report) {
        String outcome = report.run().outcome().key();
        looks(outcome).record(report.duration());
        requests(outcome).increment(report.run().requests());
        report.changes().forEach(change -> changes(sort(change)).increment());
    }

    private static String sort(Change change) {
        return change.baseline() ? "baseline" : change.meaningful() ? "news" : "other";
    }

    @Override
    public void notLooked(RuntimeException failure) {
        looks(failure instanceof AccountBusyException ? BUSY : FAILED).record(Duration.ZERO);
    }

    @Override
    public void told(DispatchReport report) {
        deliveries("sent").increment(report.sent());
        deliveries("skipped").increment(report.skipped());
        deliveries(FAILED).increment(report.failed());
        report.troubles()
                .keySet()
                .forEach(channel -> Counter.builder("unitracker.channel.troubles")
                        .description("Times that a channel did not take what was due, also if it was tried again")
                        .tag("channel", channel)
                        .register(registry)
                        .increment());
    }

    /**
     * Says that a request was answered.
     *
     * @param route the path with the names of its variable parts, not what was asked for; a word if there is no such path
     */
    public void answered(String method, String route, int status, Duration time) {
        Timer.builder("unitracker.http.requests")
                .description("Requests that were answered, and how long that took")
                .tag("method", METHODS.contains(method) ? method : "other")
                .tag("route", route)
                .tag("status", Integer.toString(status))
                .register(registry)
                .record(time);
    }

    /** Says who knows how far behind the accounts are; it is asked when somebody reads the numbers. */
    public void watch(Backlog backlog) {
        gauge(
                "unitracker.accounts",
                "Accounts that are looked at",
                backlog,
                some -> some.latest().accounts());
        gauge(
                "unitracker.look.age",
                "Since the latest look that saw all, of the account that is furthest behind, in seconds",
                backlog,
                some -> some.latest().look().toMillis() / MILLIS);
        gauge(
                "unitracker.message.age",
                "How long the message waits that waits longest, in seconds; 0 if none does",
                backlog,
                some -> some.latest().message().toMillis() / MILLIS);
    }

    private void gauge(String name, String description, Backlog backlog, ToDoubleFunction<Backlog> value) {
        Gauge unused = Gauge.builder(name, backlog, some -> known(some, value))
                .description(description)
                .strongReference(true)
                .register(registry);
    }

    private static double known(Backlog backlog, ToDoubleFunction<Backlog> value) {
        try {
            return value.applyAsDouble(backlog);
        } catch (TrackerException e) {
            log.debug("how far behind the accounts are cannot be read", e);
            return Double.NaN;
        }
    }

    /** Returns all numbers. */
    public String text() {
        return registry.scrape();
    }
}
