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

    private static int port(RunningCommand out) throws IOException {
        String line = out.readUntil("Listening at");
        Matcher matcher = Pattern.compile(
                        "^Listening at http://127\\.0\\.0\\.1:(\\d+) for the account default\\. Ctrl-C ends it\\.$")
                .matcher(line);
        assertThat(matcher.matches()).as(line).isTrue();
        return Integer.parseInt(matcher.group(1));
    }

    @Test
    void it_does_not_listen_where_others_reach_it() {
        assertThat(refusedFor("API_HOST", "0.0.0.0")).contains("API_HOST", "only this machine");
        assertThat(refusedFor("API_HOST", "no such host.")).contains("API_HOST");
        assertThat(refusedFor("API_PORT", "70000")).contains("API_PORT");
        assertThat(refusedFor("API_PORT", "-1")).contains("API_PORT");
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
