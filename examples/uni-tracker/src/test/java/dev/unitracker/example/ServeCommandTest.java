package dev.unitracker.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.example.server.RawHttp;
import dev.unitracker.moodle.simulator.MoodleSimulator;
import dev.unitracker.moodle.simulator.Recording;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The server as a process. */
class ServeCommandTest {

    @TempDir
    Path folder;

    private final MoodleSimulator moodle = MoodleSimulator.playing(Recording.demo());
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void configure() {
        moodle.start();
        environment.put("MOODLE_BASE_URL", moodle.url());
        environment.put("MOODLE_TOKEN", moodle.token());
        environment.put("API_PORT", "0");
        // Its clock stands still, and so would a budget.
        environment.put("SITE_REQUESTS_PER_MINUTE", "1000000");
    }

    @AfterEach
    void close() {
        moodle.close();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void it_answers_until_a_signal_ends_it_with_status_0_and_closes_the_database() throws Exception {
        assertThat(Played.at(moodle::now, folder, environment, "sync", "--once").status())
                .isZero();
        Path errors = folder.resolve("errors");
        List<String> lines = new ArrayList<>();
        Process serve = RunningCommand.inProcess(folder, environment, errors, "api");
        try (RunningCommand out = new RunningCommand(serve.getInputStream(), lines)) {
            RawHttp server = RawHttp.at(port(out));

            assertThat(server.ask("GET", "/courses").json()).hasSize(5);
            assertThat(server.ask("GET", "/accounts/default/courses").json()).hasSize(5);
            assertThat(server.ask("POST", "/sync/run/moodle_forums").text("/status"))
                    .isEqualTo("complete");

            serve.toHandle().destroy();
            out.readUntil("Stopped.");
            assertThat(lines.subList(1, lines.size()))
                    .containsExactly("Ending: what is being answered is finished first.", "Stopped.");
            assertThat(serve.waitFor(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            serve.destroyForcibly();
        }

        assertThat(serve.exitValue()).isZero();
        assertThat(Files.readString(errors)).isEmpty();
        assertThat(Played.at(moodle::now, folder, environment, "digest").out()).contains("(5 materias)");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void where_others_reach_it_it_begins_once_there_is_a_token_and_lets_in_who_has_one() throws Exception {
        environment.put("API_HOST", "0.0.0.0");
        Played refused = Played.at(moodle::now, folder, environment, "api");
        Played added = Played.at(moodle::now, folder, environment, "account", "token", "add", "default");
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("API_HOST is 0.0.0.0", "examples/run account token add NAME");
        assertThat(added.status()).as(added.err()).isZero();

        Process serve = RunningCommand.inProcess(folder, environment, folder.resolve("errors"), "api");
        try (RunningCommand out = new RunningCommand(serve.getInputStream(), new ArrayList<>())) {
            String line = out.readUntil("Listening at http://0.0.0.0:");
            RawHttp server = RawHttp.at(Integer.parseInt(line.replaceFirst(".*0\\.0:(\\d+) .*", "$1")));

            assertThat(line).contains("Each request needs a token.");
            assertThat(server.ask("GET", "/items").status()).isEqualTo(401);
            assertThat(server.ask(
                                    "GET",
                                    "/items",
                                    "Authorization: Bearer " + added.out().strip())
                            .status())
                    .isEqualTo(200);
            serve.toHandle().destroy();
            out.readUntil("Stopped.");
        } finally {
            serve.destroyForcibly();
        }
        assertThat(Files.readString(folder.resolve("errors"))).isEmpty();
    }

    private static int port(RunningCommand out) throws IOException {
        String line = out.readUntil("Listening at");
        Matcher matcher = Pattern.compile(
                        "^Listening at http://127\\.0\\.0\\.1:(\\d+) for the account default\\. Ctrl-C ends it\\.$")
                .matcher(line);
        assertThat(matcher.matches()).as(line).isTrue();
        return Integer.parseInt(matcher.group(1));
    }

    @Test
    void what_cannot_be_right_is_named_before_anything_is_opened() {
        assertThat(refusedFor("API_HOST", "no such host.")).contains("API_HOST");
        assertThat(refusedFor("API_PORT", "70000")).contains("API_PORT");
        assertThat(refusedFor("API_PORT", "-1")).contains("API_PORT");
        assertThat(refusedFor("API_REQUESTS_PER_MINUTE", "0")).contains("API_REQUESTS_PER_MINUTE");
        assertThat(refusedFor("PUBLIC_URL", "tracker.example.org")).contains("PUBLIC_URL must read like https://");
        for (String secret :
                List.of("https://ana:s3cr3t@example.org", "https://example.org/?s3cr3t", "https://a b/s3cr3t")) {
            assertThat(refusedFor("PUBLIC_URL", secret))
                    .contains("PUBLIC_URL must")
                    .doesNotContain("s3cr3t");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_port_that_is_taken_is_named() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(refusedFor("API_PORT", Integer.toString(taken.getLocalPort())))
                    .contains("Wrong settings: cannot listen at 127.0.0.1, port " + taken.getLocalPort());
        }
    }

    private String refusedFor(String name, String value) {
        Map<String, String> wrong = new HashMap<>(environment);
        wrong.put(name, value);
        Played refused = Played.at(moodle::now, folder, wrong, "serve");
        assertThat(refused.status()).isEqualTo(2);
        return refused.err();
    }
}
