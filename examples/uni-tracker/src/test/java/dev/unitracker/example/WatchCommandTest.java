package dev.unitracker.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.moodle.simulator.MoodleSimulator;
import dev.unitracker.moodle.simulator.Recording;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchCommandTest {

    @TempDir
    Path folder;

    private final MoodleSimulator moodle = MoodleSimulator.playing(Recording.demo());
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void configure() {
        moodle.start();
        environment.put("MOODLE_BASE_URL", moodle.url());
        environment.put("MOODLE_TOKEN", moodle.token());
        environment.put("DAILY_DIGEST_HOUR", "off");
    }

    @AfterEach
    void close() {
        moodle.close();
    }

    @Test
    void it_looks_at_once_says_a_line_and_ends_when_it_is_interrupted() throws Exception {
        PipedOutputStream out = new PipedOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        FutureTask<Integer> watch = new FutureTask<>(() ->
                Main.run(new String[] {"watch"}, Played.surroundings(moodle::now, folder, environment), out, err));
        Thread thread = new Thread(watch, "watch");
        List<String> lines = new ArrayList<>();

        try (RunningCommand reader = new RunningCommand(new PipedInputStream(out, 1 << 16), lines)) {
            thread.start();
            reader.readUntil(" full look: 81 items, 0 changes, ");
            thread.interrupt();
            reader.readUntil("Stopped.");
        }

        assertThat(watch.get()).isZero();
        assertThat(lines)
                .anyMatch(line ->
                        line.startsWith("Watching, with 20 minutes between looks (SYNC_UPDATES_INTERVAL_MINUTES);"))
                .anyMatch(line -> line.endsWith("Times are those of America/Argentina/Buenos_Aires (TIME_ZONE). This"
                        + " machine's are those of Pacific/Kiritimati: set TIME_ZONE if you want these."))
                .anyMatch(line -> line.contains("Estoy siguiendo 5 materias: anoté 81 elementos en silencio."));
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void with_telegram_set_up_messages_go_there_and_not_to_the_console() throws Exception {
        PipedOutputStream out = new PipedOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> lines = new ArrayList<>();
        List<String> asked = new CopyOnWriteArrayList<>();
        try (MockWebServer telegram = new MockWebServer()) {
            telegram.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    asked.add(request.getTarget() + " " + request.getBody());
                    boolean polls = request.getTarget().endsWith("/getUpdates");
                    String result = polls ? "[]" : "{\"message_id\":1,\"chat\":{\"id\":42}}";
                    return new MockResponse.Builder()
                            .body("{\"ok\":true,\"result\":" + result + "}")
                            .build();
                }
            });
            telegram.start();
            environment.put("TELEGRAM_BOT_TOKEN", "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0");
            environment.put("TELEGRAM_CHAT_ID", "42");
            environment.put("TELEGRAM_API_URL", telegram.url("/").toString());
            environment.put("TELEGRAM_POLLING_ENABLED", "false");
            FutureTask<Integer> watch = new FutureTask<>(() ->
                    Main.run(new String[] {"watch"}, Played.surroundings(moodle::now, folder, environment), out, err));
            Thread thread = new Thread(watch, "watch");
            try (RunningCommand reader = new RunningCommand(new PipedInputStream(out, 1 << 16), lines)) {
                thread.start();
                reader.readUntil(" full look: 81 items, ");
                thread.interrupt();
                reader.readUntil("Stopped.");
            }
            assertThat(watch.get()).isZero();
        }

        assertThat(asked.get(0)).contains("/getMe");
        assertThat(asked)
                .filteredOn(call -> call.contains("/sendMessage"))
                .singleElement()
                .asString()
                .contains("Estoy siguiendo 5 materias");
        assertThat(lines).noneMatch(line -> line.contains("Estoy siguiendo"));
        assertThat(String.join("\n", lines) + err.toString(StandardCharsets.UTF_8))
                .doesNotContain("AAHdqTcvCH1vGWJ");
    }

    @ParameterizedTest
    @CsvSource({
        "QUIET_HOURS, at night, quiet hours must read like 22:00-07:00",
        "DAILY_DIGEST_HOUR, 24, DAILY_DIGEST_HOUR must be an hour",
        "SYNC_UPDATES_INTERVAL_MINUTES, 0, must be 1 or more",
        "TELEGRAM_CHAT_ID, 42, TELEGRAM_BOT_TOKEN is missing",
        "SYNC_GRADES_INTERVAL_MINUTES, 0, SYNC_GRADES_INTERVAL_MINUTES must be 1 or more",
        "TELEGRAM_BOT_TOKEN, 12:abc, TELEGRAM_CHAT_ID is missing",
        "ENABLE_LLM, maybe, ENABLE_LLM must be true or false",
        "ENABLE_LLM, true, NVIDIA_API_KEY is missing",
        "STALE_SYNC_THRESHOLD_HOURS, soon, must be a whole number"
    })
    void wrong_settings_are_named_and_nothing_starts(String name, String value, String words) {
        environment.put(name, value);

        Played refused = Played.at(moodle::now, folder, environment, "watch");

        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("Wrong settings: ").contains(words);
        assertThat(moodle.requests()).isZero();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void an_address_that_is_none_is_blamed_and_not_the_token_beside_it() {
        environment.put("TELEGRAM_BOT_TOKEN", "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0");
        environment.put("TELEGRAM_CHAT_ID", "42");
        environment.put("TELEGRAM_API_URL", "api.telegram.org");
        assertThat(Played.at(moodle::now, folder, environment, "watch").err())
                .contains("Wrong settings: TELEGRAM_API_URL must read");

        environment.remove("TELEGRAM_API_URL");
        environment.put("ENABLE_LLM", "true");
        environment.put("NVIDIA_API_KEY", "nvapi-1");
        environment.put("NVIDIA_API_URL", "nowhere");
        assertThat(Played.at(moodle::now, folder, environment, "watch").err())
                .contains("Wrong settings: NVIDIA_API_URL");
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "07, 7", "0, 0", "00, 0", "23, 23"})
    void the_hour_of_the_digest_may_be_written_as_clocks_do(String hour, int meant) {
        environment.put("DAILY_DIGEST_HOUR", hour);

        assertThat(WatchCommand.digestHour(Settings.read(environment, folder))).contains(meant);
    }

    @Test
    void an_alarm_that_looks_would_set_off_themselves_is_refused() {
        environment.put("STALE_SYNC_THRESHOLD_HOURS", "1");
        for (Intervals interval : Intervals.values()) {
            environment.put("SYNC_" + interval + "_INTERVAL_MINUTES", "90");
        }

        Played refused = Played.at(moodle::now, folder, environment, "watch");

        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("STALE_SYNC_THRESHOLD_HOURS (1) must be longer", "90 minutes");
    }

    @Test
    void one_rare_reading_makes_no_other_rarer() {
        environment.put("SYNC_GRADES_INTERVAL_MINUTES", "720");

        assertThat(Intervals.shortest(Settings.read(environment, folder)))
                .isEqualTo(new Intervals.Shortest(Duration.ofMinutes(20), "SYNC_UPDATES_INTERVAL_MINUTES"));
    }

    @Test
    void a_token_that_telegram_does_not_know_is_said_before_anything_starts() throws IOException {
        try (MockWebServer telegram = new MockWebServer()) {
            telegram.enqueue(new MockResponse.Builder()
                    .code(401)
                    .body("{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}")
                    .build());
            telegram.start();
            environment.put("TELEGRAM_BOT_TOKEN", "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0");
            environment.put("TELEGRAM_CHAT_ID", "42");
            environment.put("TELEGRAM_API_URL", telegram.url("/").toString());

            Played refused = Played.at(moodle::now, folder, environment, "watch");

            assertThat(refused.status()).isEqualTo(2);
            assertThat(refused.err())
                    .contains("Wrong settings: TELEGRAM_BOT_TOKEN: Telegram does not know the bot's token")
                    .contains("@BotFather");
            assertThat(moodle.requests()).isZero();
        }
    }

    @Test
    void the_digest_says_what_is_stored_without_asking_the_site() {
        Played nothing = Played.at(moodle::now, folder, environment, "digest");
        Played.at(moodle::now, folder, environment, "sync", "--once");
        moodle.moveTo(1);
        Played.at(moodle::now, folder, environment, "sync", "--once");
        moodle.resetCounts();

        Played digest = Played.at(moodle::now, folder, environment, "digest");

        assertThat(nothing.out()).contains("No hay nada nuevo", "Todavía no se leyó nada.");
        assertThat(digest.status()).isZero();
        assertThat(digest.out()).contains("Anuncios importantes", "Cambio de aula - segundo parcial", "(5 materias)");
        assertThat(moodle.requests()).isZero();
    }

    @Test
    void a_digest_of_no_time_is_refused() {
        assertThat(Played.at(moodle::now, folder, environment, "digest", "--hours", "0")
                        .err())
                .contains("--hours must be 1 to");
    }
}
