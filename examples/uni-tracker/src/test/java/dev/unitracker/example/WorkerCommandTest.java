package dev.unitracker.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.Accounts;
import dev.unitracker.example.account.Vault;
import dev.unitracker.example.server.RawHttp;
import dev.unitracker.moodle.simulator.MoodleSimulator;
import dev.unitracker.moodle.simulator.Recording;
import dev.unitracker.moodle.simulator.Where;
import dev.unitracker.store.jdbc.JdbcStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command with everything that belongs to it: the simulator, accounts from all three places, Telegram, signals. */
class WorkerCommandTest {

    private static final String BOT = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0";

    @TempDir
    Path folder;

    private final MoodleSimulator moodle = MoodleSimulator.playing(Recording.demo());
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void configure() {
        moodle.start();
        environment.put("DAILY_DIGEST_HOUR", "off");
        environment.put("UNI_TRACKER_KEY", Vault.newKey());
        // One of these clocks stands still, and so would a budget.
        environment.put("SITE_REQUESTS_PER_MINUTE", "1000000");
    }

    @AfterEach
    void close() {
        moodle.close();
    }

    /** A Telegram that notes which chat was sent something. */
    private static MockWebServer telegram(BlockingQueue<String> chats) throws IOException {
        MockWebServer server = new MockWebServer();
        Pattern chat = Pattern.compile("\"chat_id\":\"?(-?\\d+)");
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String body = String.valueOf(
                        request.getBody() == null ? "" : request.getBody().utf8());
                Matcher found = chat.matcher(body);
                if (request.getTarget().endsWith("/sendMessage") && found.find()) {
                    chats.add(found.group(1));
                }
                return new MockResponse.Builder()
                        .body("{\"ok\":true,\"result\":{\"message_id\":1,\"chat\":{\"id\":42}}}")
                        .build();
            }
        });
        server.start();
        return server;
    }

    @Test
    void accounts_of_all_places_are_looked_at_and_told_and_what_is_wrong_with_one_is_its_own_affair() throws Exception {
        BlockingQueue<String> chats = new LinkedBlockingQueue<>();
        try (MockWebServer telegram = telegram(chats)) {
            environment.put("MOODLE_BASE_URL", moodle.url());
            environment.put("MOODLE_TOKEN", moodle.token());
            environment.put("TELEGRAM_BOT_TOKEN", BOT);
            environment.put("TELEGRAM_CHAT_ID", "1");
            environment.put("TELEGRAM_API_URL", telegram.url("/").toString());
            environment.put("TELEGRAM_POLLING_ENABLED", "false");
            Files.writeString(folder.resolve("accounts.yaml"), """
                    bob:
                      MOODLE_BASE_URL: %s
                      MOODLE_TOKEN: %s
                      TELEGRAM_CHAT_ID: 2
                      LANGUAGE: en
                    wrongzone:
                      MOODLE_BASE_URL: %s
                      MOODLE_TOKEN: %s
                      TIME_ZONE: Madrid
                    """.formatted(
                            moodle.url(), moodle.token(), moodle.url(), moodle.token()));
            add("ana", moodle.token(), "3");
            add("refused", "0123456789abcdef", "4");

            int port = freePort();
            environment.put("WORKER_METRICS_PORT", Integer.toString(port));
            List<String> lines = work(() -> {
                List<String> told = new ArrayList<>();
                while (!new TreeSet<>(told).containsAll(List.of("1", "2", "3", "4"))) {
                    String chat = chats.poll(60, TimeUnit.SECONDS);
                    assertThat(chat).as("a chat after %s", told).isNotNull();
                    told.add(chat);
                }
                assertThat(RawHttp.at(port).ask("GET", "/metrics").body())
                        .contains("unitracker_looks_seconds_count{outcome=\"login_refused\"} 1")
                        .doesNotContain("bob");
            });

            assertThat(lines).first().asString().startsWith("Working for 5 accounts.");
            assertThat(lines).last().isEqualTo("Stopped.");
        }
        try (JdbcStore store = JdbcStore.inFile(folder.resolve("data/tracker")).build()) {
            Accounts accounts = Accounts.in(store);
            assertThat(store.accounts()).containsExactly("ana", "bob", "default", "refused");
            for (String name : List.of("ana", "bob", "default")) {
                assertThat(accounts.account(name).orElseThrow().items()).hasSize(81);
            }
            assertThat(accounts.account("bob").orElseThrow().language().code()).isEqualTo("en");
            assertThat(accounts.account("refused").orElseThrow().items()).isEmpty();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private void add(String name, String token, String chat) throws IOException {
        Files.writeString(folder.resolve(name + ".env"), "MOODLE_TOKEN=" + token);
        Played added = Played.at(
                moodle::now,
                folder,
                environment,
                "account",
                "add",
                name,
                "MOODLE_BASE_URL=" + moodle.url(),
                "TELEGRAM_CHAT_ID=" + chat,
                "--from",
                name + ".env");
        assertThat(added.status()).as(added.err()).isZero();
    }

    private interface Waiting {
        void untilAllIsSeen() throws Exception;
    }

    /** Runs a worker until something is seen, and returns what it printed. */
    private List<String> work(Waiting waiting) throws Exception {
        // First looks are spread over some seconds.
        Instant begun = moodle.now();
        long start = System.nanoTime();
        InstantSource clock = () -> begun.plusNanos(System.nanoTime() - start);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        FutureTask<Integer> worker = new FutureTask<>(
                () -> Main.run(new String[] {"worker"}, Played.surroundings(clock, folder, environment), out, err));
        Thread thread = new Thread(worker, "worker");
        thread.start();
        try {
            waiting.untilAllIsSeen();
        } finally {
            thread.interrupt();
            thread.join(TimeUnit.MINUTES.toMillis(2));
        }
        assertThat(worker.get()).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain(BOT).doesNotContain(moodle.token());
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void ended_by_a_signal_it_finishes_the_look_that_is_under_way_and_its_status_is_zero() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        moodle.answer(Where.function("core_course_get_contents").with("courseid", 2), text -> {
            asked.countDown();
            RunningCommand.await(goOn);
            return text;
        });
        environment.put("MOODLE_BASE_URL", moodle.url());
        environment.put("MOODLE_TOKEN", moodle.token());
        Path errors = folder.resolve("errors");
        Process worker = RunningCommand.inProcess(folder, environment, errors, "worker");
        List<String> lines = new ArrayList<>();
        try (RunningCommand out = new RunningCommand(worker.getInputStream(), lines)) {
            RunningCommand.await(asked);
            worker.toHandle().destroy();
            out.readUntil("Ending");
            goOn.countDown();
            out.readUntil("Stopped.");
            assertThat(worker.waitFor(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            goOn.countDown();
            worker.destroyForcibly();
        }

        assertThat(worker.exitValue()).isZero();
        assertThat(Files.readString(errors)).isEmpty();
        assertThat(lines).anyMatch(line -> line.contains("Estoy siguiendo 5 materias"));
        assertThat(Played.at(moodle::now, folder, environment, "digest").out()).contains("(5 materias)");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void serve_answers_and_looks_in_one_process() throws Exception {
        environment.put("MOODLE_BASE_URL", moodle.url());
        environment.put("MOODLE_TOKEN", moodle.token());
        environment.put("API_PORT", "0");
        Path errors = folder.resolve("errors");
        Process serve = RunningCommand.inProcess(folder, environment, errors, "serve");
        List<String> lines = new ArrayList<>();
        try (RunningCommand out = new RunningCommand(serve.getInputStream(), lines)) {
            out.readUntil("Listening at");
            out.readUntil("Estoy siguiendo 5 materias");
            RawHttp server = RawHttp.at(
                    Integer.parseInt(lines.get(0).replaceFirst(".*:(\\d+) for the account default.*", "$1")));

            assertThat(server.ask("GET", "/courses").json()).hasSize(5);
            assertThat(server.ask("GET", "/accounts/default/courses").json()).hasSize(5);
            assertThat(server.ask("GET", "/metrics").body())
                    .contains("unitracker_looks_seconds_count{outcome=\"complete\"} 1", "unitracker_accounts 1");

            serve.toHandle().destroy();
            out.readUntil("Stopped.");
            assertThat(serve.waitFor(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            serve.destroyForcibly();
        }

        assertThat(serve.exitValue()).isZero();
        assertThat(Files.readString(errors)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "WORKER_THREADS, 0, 'WORKER_THREADS must be 1 to 500, not 0'",
        "SITE_REQUESTS_PER_MINUTE, many, must be a whole number",
        "SYNC_UPDATES_INTERVAL_MINUTES, 0, must be 1 or more",
        "SYNC_MOST_INTERVAL_MINUTES, 1, must be no less than SYNC_LEAST_INTERVAL_MINUTES",
        "KEEP_HISTORY_DAYS, 30, 'KEEP_HISTORY_DAYS must be 60 or more, or 0 to keep all'",
        "UNI_TRACKER_KEY, sesame, UNI_TRACKER_KEY cannot be what was given"
    })
    void wrong_settings_are_named_and_nothing_starts(String name, String value, String words) {
        environment.put(name, value);

        Played refused = Played.at(moodle::now, folder, environment, "worker");

        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("Wrong settings: ").contains(words).doesNotContain("sesame");
        assertThat(moodle.requests()).isZero();
    }
}
