package dev.unitracker.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.moodle.simulator.Failure;
import dev.unitracker.moodle.simulator.MoodleSimulator;
import dev.unitracker.moodle.simulator.Recording;
import dev.unitracker.moodle.simulator.Where;
import dev.unitracker.s3.server.S3Server;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

class SyncCommandTest {

    @TempDir
    Path folder;

    private final MoodleSimulator moodle = MoodleSimulator.playing(Recording.demo());
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void configure() {
        moodle.start();
        environment.put("MOODLE_BASE_URL", moodle.url() + "/");
        environment.put("MOODLE_TOKEN", moodle.token());
        environment.put("LANGUAGE", "en");
    }

    @AfterEach
    void close() {
        moodle.close();
    }

    @Test
    void the_first_look_is_noted_silently_and_the_second_tells_what_changed() {
        Played first = sync("--once");
        moodle.moveTo(1);
        Played second = sync("--once", "--full");

        assertThat(first.status()).isZero();
        assertThat(first.out()).contains("81 items").contains("noted silently").doesNotContain("New:");
        assertThat(second.status()).isZero();
        assertThat(second.out()).contains("4 changes").contains("Deadline moved: TP 1 - Límites y continuidad");
    }

    @Test
    void what_is_to_be_told_is_sent_to_telegram_too_for_no_later_look_would_tell_it() throws IOException {
        List<String> sent = new CopyOnWriteArrayList<>();
        try (MockWebServer telegram = new MockWebServer()) {
            telegram.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    sent.add(String.valueOf(request.getBody()));
                    return new MockResponse.Builder()
                            .body("{\"ok\":true,\"result\":{\"message_id\":1}}")
                            .build();
                }
            });
            telegram.start();
            environment.put("LANGUAGE", "es");
            environment.put("TELEGRAM_BOT_TOKEN", "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0");
            environment.put("TELEGRAM_CHAT_ID", "42");
            environment.put("TELEGRAM_API_URL", telegram.url("/").toString());
            sync("--once");
            moodle.moveTo(1);

            Played second = sync("--once", "--full");

            assertThat(second.status()).isZero();
        }
        assertThat(sent).hasSize(5).first().asString().contains("Estoy siguiendo 5 materias");
    }

    @Test
    void what_it_saw_is_said_in_spanish_unless_told_otherwise() {
        environment.remove("LANGUAGE");
        Played first = sync("--once");
        moodle.moveTo(1);
        Played second = sync("--once", "--full");

        assertThat(first.out())
                .contains("Lectura completa: 5 materias, 81 elementos, 0 cambios", "anotado en silencio: 81 elementos");
        assertThat(second.out()).contains("4 cambios", "Fecha límite movida: TP 1 - Límites y continuidad");
    }

    @Test
    void with_json_the_ledger_is_all_of_standard_output_and_the_report_goes_to_standard_error() {
        Played first = sync("--once", "--json");

        assertThat(first.lines())
                .hasSize(81)
                .allMatch(line -> LedgerLine.parse(line).meaningful());
        assertThat(first.err()).contains("81 items");
    }

    @Test
    void what_was_not_looked_at_is_named_and_the_status_is_3() {
        moodle.fail(
                Where.function("gradereport_user_get_grade_items").with("courseid", 3), Failure.error("nopermission"));

        Played partial = sync("--once");

        assertThat(partial.status()).isEqualTo(3);
        assertThat(partial.out())
                .contains("Not looked at:")
                .contains("grades of Termodinámica")
                .contains("nopermission");
    }

    @Test
    void a_password_that_was_refused_is_tried_at_once_if_somebody_says_so() {
        environment.remove("MOODLE_TOKEN");
        environment.put("MOODLE_USERNAME", moodle.username());
        environment.put("MOODLE_PASSWORD", moodle.password());
        moodle.failOnce(Where.path("/login/token.php"), Failure.error("invalidlogin"));

        int refused = sync("--once").status();
        int again = sync("--once").status();
        int tried = sync("--once", "--try-password").status();

        assertThat(refused).isEqualTo(4);
        assertThat(again).isEqualTo(4);
        assertThat(tried).isZero();
        assertThat(moodle.logins()).isEqualTo(2);
    }

    @Test
    void a_refused_login_has_status_4_and_says_what_to_do() {
        environment.remove("MOODLE_TOKEN");
        environment.put("MOODLE_USERNAME", moodle.username());
        environment.put("MOODLE_PASSWORD", "wrong-secret");

        Played first = sync("--once");
        Played second = sync("--once");

        assertThat(first.status()).isEqualTo(4);
        assertThat(first.out()).contains("wrong user or password").doesNotContain("wrong-secret");
        assertThat(second.status()).isEqualTo(4);
        assertThat(moodle.logins()).isEqualTo(1);
    }

    @Test
    void a_missing_setting_is_named_and_nothing_starts() {
        environment.remove("MOODLE_BASE_URL");

        Played refused = sync("--once");

        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("Wrong settings: MOODLE_BASE_URL is missing");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void wrong_settings_are_named() {
        assertThat(refusedFor("MOODLE_BASE_URL", "campus.example.edu"))
                .contains("Wrong settings: MOODLE_BASE_URL: the site's address must read like https://");
        assertThat(refusedFor("TIME_ZONE", "Mars/Olympus")).contains("TIME_ZONE");
        assertThat(refusedFor("LOG_LEVEL", "loud")).contains("LOG_LEVEL");
        assertThat(refusedFor("FILE_DOWNLOAD_LIMIT_PER_RUN", "-1")).contains("FILE_DOWNLOAD_LIMIT_PER_RUN");
        assertThat(refusedFor("MOODLE_TOKEN", "not a token")).contains("Wrong settings: MOODLE_TOKEN: a Moodle token");
        assertThat(refusedFor("ARTIFACT_STORAGE_BACKEND", "tape")).contains("ARTIFACT_STORAGE_BACKEND");
        assertThat(refusedFor("ARTIFACT_STORAGE_BACKEND", "s3")).contains("S3_BUCKET is missing");
    }

    @Test
    void the_calendars_address_is_named_if_it_is_none() {
        environment.clear();

        assertThat(refusedFor("MOODLE_ICS_URL", "https://campus.example.edu/calendar/"))
                .contains("Wrong settings: MOODLE_ICS_URL: the calendar's export address must read");
    }

    @Test
    void it_begins_with_the_zone_that_times_are_told_in() {
        environment.put("TIME_ZONE", "Europe/Madrid");

        Played text = sync("--once");
        Played json = sync("--once", "--json");

        assertThat(text.lines()).first().isEqualTo("Times are those of Europe/Madrid (TIME_ZONE).");
        assertThat(json.out()).doesNotContain("Times");
        assertThat(json.err()).contains("Times are those of Europe/Madrid");
    }

    @Test
    void a_password_with_a_hash_is_used_as_it_is_written() throws IOException {
        environment.remove("MOODLE_TOKEN");
        Files.writeString(
                folder.resolve(".env"),
                "MOODLE_USERNAME='" + moodle.username() + "' # mine\nMOODLE_PASSWORD='" + moodle.password() + "'\n");

        Played quoted = sync("--once");
        Files.writeString(
                folder.resolve(".env"), "MOODLE_USERNAME=" + moodle.username() + "\nMOODLE_PASSWORD='a#b'c\n");
        Played wrong = sync("--once");

        assertThat(quoted.status()).isZero();
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err())
                .startsWith("Wrong settings: .env, line 2: MOODLE_PASSWORD begins with a quote")
                .doesNotContain("a#b");
    }

    @Test
    void settings_may_come_from_a_file() throws IOException {
        String lines = "MOODLE_BASE_URL=" + moodle.url() + "\nMOODLE_TOKEN=" + moodle.token() + "\n";
        Files.writeString(folder.resolve(".env"), lines, StandardCharsets.UTF_8);
        environment.clear();

        Played first = sync("--once");

        assertThat(first.status()).isZero();
    }

    @Test
    void answers_may_be_kept_in_a_bucket() {
        S3Server server = S3Server.shared();
        String bucket = server.newBucket();
        environment.put("ARTIFACT_STORAGE_BACKEND", "s3");
        environment.put("S3_BUCKET", bucket);
        environment.put("S3_ENDPOINT_URL", server.endpoint());
        environment.put("S3_ACCESS_KEY_ID", server.accessKey());
        environment.put("S3_SECRET_ACCESS_KEY", server.secret());

        Played first = sync("--once");

        assertThat(first.status()).isZero();
        assertThat(folder.resolve("data/raw")).doesNotExist();
        try (S3Client client = server.client()) {
            assertThat(client.listObjectsV2(request -> request.bucket(bucket)).contents())
                    .hasSizeGreaterThan(20);
        }
    }

    @Test
    void a_site_that_is_not_there_is_told_in_words_with_status_3() {
        moodle.close();

        Played nothing = sync("--once");

        assertThat(nothing.status()).isEqualTo(3);
        assertThat(nothing.out())
                .containsOnlyOnce("could not read")
                .contains("list of courses, contents, updates … and 6 more: the site could not be read (");
        assertThat(nothing.out()).doesNotContain("Exception:");
    }

    @Test
    void help_helps_and_a_wrong_command_has_status_2() {
        Played help = Played.at(moodle::now, folder, environment, "--help");
        Played syncHelp = sync("--help");
        Played wrong = Played.at(moodle::now, folder, environment, "dance");
        Played none = Played.at(moodle::now, folder, environment);

        assertThat(help.out()).contains("demo", "sync", "Exit status", "refused the login");
        assertThat(syncHelp.out()).contains("MOODLE_BASE_URL", "--full", "--json");
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err().lines()).containsExactly("There is no command 'dance'.", "Help: examples/run --help");
        assertThat(none.status()).isEqualTo(2);
        assertThat(none.err()).contains("Say which command: demo, simulator, sync, watch");
        assertThat(sync().err().lines())
                .containsExactly("Missing required option: '--once'", "Help: examples/run sync --help");
    }

    private String refusedFor(String name, String value) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.put(name, value);
        Played refused = Played.at(moodle::now, folder, changed, "sync", "--once");
        assertThat(refused.status()).isEqualTo(2);
        return refused.err();
    }

    private Played sync(String... options) {
        String[] args = new String[options.length + 1];
        args[0] = "sync";
        System.arraycopy(options, 0, args, 1, options.length);
        return Played.at(moodle::now, folder, environment, args);
    }
}
