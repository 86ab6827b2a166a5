package dev.unitracker.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.Account;
import dev.unitracker.Accounts;
import dev.unitracker.example.account.Vault;
import dev.unitracker.example.worker.Databases;
import dev.unitracker.model.Change;
import dev.unitracker.moodle.simulator.MoodleSimulator;
import dev.unitracker.moodle.simulator.Recording;
import dev.unitracker.notice.Delivery;
import dev.unitracker.notice.Delivery.State;
import dev.unitracker.run.Run;
import dev.unitracker.store.jdbc.JdbcStore;
import dev.unitracker.words.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three workers of 256 MB on one PostgreSQL and many accounts at a compressed pace, one worker killed. Runs with
 * {@code ./mvnw -Psoak -pl examples/uni-tracker verify}; {@code -Dunitracker.soak.accounts}, {@code .rate} (looks a second) and
 * {@code .minutes} make it smaller.
 */
@EnabledIfSystemProperty(named = "unitracker.soak", matches = "true")
class SoakTest {

    private static final int ACCOUNTS = Integer.getInteger("unitracker.soak.accounts", 2000);
    private static final int RATE = Integer.getInteger("unitracker.soak.rate", 42);
    private static final int MINUTES = Integer.getInteger("unitracker.soak.minutes", 8);
    private static final Duration BETWEEN = Duration.ofMillis(1000L * ACCOUNTS / RATE);
    /** How many messages a worker may be sending when it is killed. */
    private static final int AT_ONCE = 8;

    private static final Duration LATE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final MoodleSimulator moodle = MoodleSimulator.playing(Recording.demo());
    private final Map<String, String> environment = new HashMap<>();
    private final AtomicInteger messages = new AtomicInteger();

    @Test
    void nothing_is_lost_and_nobody_is_late_when_one_of_three_workers_is_killed() throws Exception {
        moodle.start();
        try (MockWebServer telegram = telegram()) {
            environment.put("DATABASE_URL", Databases.POSTGRESQL.newAddress());
            environment.put("UNI_TRACKER_KEY", Vault.newKey());
            environment.put("SITE_REQUESTS_PER_MINUTE", "1000000");
            environment.put("DAILY_DIGEST_HOUR", "off");
            environment.put("TELEGRAM_BOT_TOKEN", "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0");
            environment.put("TELEGRAM_API_URL", telegram.url("/").toString());
            environment.put("TELEGRAM_POLLING_ENABLED", "false");
            addAccounts();
            List<Process> workers = List.of(worker(1), worker(2), worker(3));
            try (JdbcStore store = JdbcStore.at(environment.get("DATABASE_URL")).build()) {
                Instant begun = Instant.now();
                awaitFirstLooks(store);
                Instant from = Instant.now();
                say(
                        "first looks at %d accounts in %d s",
                        ACCOUNTS, Duration.between(begun, from).toSeconds());
                disturb(workers.get(1));
                Instant to = Instant.now();
                end(workers);
                check(store, from, to);
            } finally {
                workers.forEach(Process::destroyForcibly);
            }
        } finally {
            moodle.close();
        }
    }

    /** Something changes at the site after a third of the time, and a worker is killed after two. */
    private void disturb(Process victim) throws InterruptedException {
        Duration third = Duration.ofMinutes(MINUTES).dividedBy(3);
        pause(third);
        moodle.moveTo(1);
        pause(third);
        victim.destroyForcibly();
        pause(third);
    }

    private void check(JdbcStore store, Instant from, Instant to) {
        List<Account> accounts = Accounts.in(store).all();
        assertThat(accounts).hasSize(ACCOUNTS);
        List<String> ledger = ledger(accounts.get(0));
        int looks = 0;
        long sent = 0;
        Duration longest = Duration.ZERO;
        for (Account account : accounts) {
            List<Run> runs = new ArrayList<>(account.runs(10_000));
            runs.removeIf(run -> run.startedAt().isBefore(from.minus(BETWEEN.plus(LATE)))
                    || run.startedAt().isAfter(to));
            looks += runs.size();
            Instant next = to;
            for (Run run : runs) {
                assertThat(run.finishedAt())
                        .as("two looks at %s at a time", account.name())
                        .isBeforeOrEqualTo(next);
                Duration gap = Duration.between(run.startedAt(), next);
                longest = gap.compareTo(longest) > 0 ? gap : longest;
                next = run.startedAt();
            }
            assertThat(ledger(account)).as(account.name()).isEqualTo(ledger);
            List<Delivery> due = account.deliveries(1000).stream()
                    .filter(each -> each.notBefore().isBefore(to.minus(LATE)))
                    .toList();
            assertThat(due).as(account.name()).extracting(Delivery::state).doesNotContain(State.PENDING, State.FAILED);
            sent += due.stream().filter(each -> each.state() == State.SENT).count();
        }
        say(
                "%d looks in %d s (%.1f a second), longest gap %.1f s of %.1f, %d messages for %d deliveries",
                looks,
                Duration.between(from, to).toSeconds(),
                looks / (double) Duration.between(from, to).toSeconds(),
                longest.toMillis() / 1000.0,
                BETWEEN.toMillis() / 1000.0,
                messages.get(),
                sent);
        // What the killed worker was sending may have come twice, and nothing may have come never.
        assertThat((long) messages.get()).isBetween(sent, sent + AT_ONCE);
        assertThat(longest).isLessThan(BETWEEN.plus(LATE));
    }

    /** What was written, but for when and for whom. */
    private static List<String> ledger(Account account) {
        return account.changes().after(0, 10_000).stream()
                .map((Change change) -> change.number() + " " + change.kind() + " "
                        + change.item().key() + " " + change.fields())
                .toList();
    }

    private void addAccounts() throws IOException {
        Surroundings here = new Surroundings(environment, folder, InstantSource.system(), ZoneOffset.UTC);
        try (Installation installation = Installation.withoutSite(here)) {
            Hosting hosting = installation.hosting();
            for (int number = 1; number <= ACCOUNTS; number++) {
                hosting.stored()
                        .add(
                                "student-" + number,
                                Map.of(
                                        "MOODLE_BASE_URL", moodle.url(),
                                        "MOODLE_TOKEN", moodle.token(),
                                        "TELEGRAM_CHAT_ID", Integer.toString(number)),
                                ZoneOffset.UTC,
                                Language.ENGLISH);
            }
        }
    }

    private Process worker(int number) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                        java,
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SoakWorker.class.getName(),
                        BETWEEN.toString())
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("worker" + number + ".out").toFile())
                .redirectError(folder.resolve("worker" + number + ".err").toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static void awaitFirstLooks(JdbcStore store) throws InterruptedException {
        Accounts accounts = Accounts.in(store);
        while (!accounts.all().stream().allMatch(account -> !account.runs(1).isEmpty())) {
            pause(Duration.ofSeconds(5));
        }
    }

    private static void end(List<Process> workers) throws Exception {
        for (Process worker : workers) {
            worker.getOutputStream().close();
        }
        for (Process worker : workers) {
            assertThat(worker.waitFor(2, TimeUnit.MINUTES)).isTrue();
        }
    }

    private MockWebServer telegram() throws IOException {
        MockWebServer server = new MockWebServer();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                messages.addAndGet(request.getTarget().endsWith("/sendMessage") ? 1 : 0);
                return new MockResponse.Builder()
                        .body("{\"ok\":true,\"result\":{\"message_id\":1,\"chat\":{\"id\":42}}}")
                        .build();
            }
        });
        server.start();
        return server;
    }

    /** This is a measurement: time goes by. */
    private static void pause(Duration time) throws InterruptedException {
        boolean unusedNever = new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void say(String text, Object... values) {
        System.out.printf("soak: " + text + "%n", values);
    }
}
