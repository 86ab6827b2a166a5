package dev.unitracker.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.example.Simulation.Pause;
import dev.unitracker.example.server.RawHttp;
import dev.unitracker.moodle.simulator.Recording;
import dev.unitracker.testkit.TestClock;
import dev.unitracker.words.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The simulated Moodle by itself, and the application beside it, as README says. */
class SimulatorCommandTest {

    private static final Pattern SETTING = Pattern.compile("^[A-Z_]+=.*$");
    private static final Pattern EXAMPLE =
            Pattern.compile("```\ncurl (?:-X ([A-Z]+) )?'http://127\\.0\\.0\\.1:8000([^']+)'\n```");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void with_the_lines_that_it_prints_each_look_tells_what_it_says_that_the_teachers_did() throws IOException {
        TestClock clock = new TestClock(Instant.parse("2031-03-02T03:00:00Z"));
        List<String> looks = new ArrayList<>();
        Pause looking = time -> {
            looks.add(look(clock));
            clock.advance(Duration.ofMinutes(1));
            return looks.size() < 7;
        };

        try (Simulation simulation = at(clock.instant(), Language.ENGLISH)) {
            Files.write(folder.resolve(".env"), simulation.settings());
            simulation.play(Duration.ofMinutes(1), looking);
        }

        assertThat(text()).containsSubsequence("Step 0 of 4: ", "Step 1 of 4: ", "TP 1", "Step 4 of 4: ", "last step");
        assertThat(looks.get(0)).contains("Seen for the first time");
        assertThat(looks.get(1)).doesNotContain("  * ");
        assertThat(looks.get(2))
                .contains(
                        "Deadline moved: TP 1 - Límites y continuidad",
                        "Deadline moved: Parcialito 1",
                        "Clase de consulta")
                .contains("Thu 6 Mar 2031 23:59 → Tue 4 Mar 2031 20:00");
        assertThat(String.join("", looks.subList(3, 7)))
                .contains("Tablas de vapor", "Removed: Unidad 1", "Checkpoint", "Removed: Elección de turno")
                .contains("Grade released");
    }

    @Test
    void nothing_happens_before_somebody_looks() {
        List<Duration> waited = new ArrayList<>();

        try (Simulation simulation = at(Played.NOW, Language.SPANISH)) {
            simulation.play(Duration.ofHours(1), time -> {
                waited.add(time);
                return waited.size() < 20;
            });
        }

        assertThat(waited).doesNotContain(Duration.ofHours(1));
        assertThat(text()).contains("Paso 0 de 4: ").doesNotContain("Paso 1");
    }

    @Test
    void each_step_has_words() {
        assertThat(Recording.demo().steps()).isEqualTo(5);
        assertThat(Language.BUILT_IN)
                .allSatisfy(language -> assertThat(AppTexts.in(language)
                                .knows("simulator.step." + (Recording.demo().steps() - 1)))
                        .isTrue());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void serve_answers_every_path_of_the_page_beside_it_and_a_signal_ends_it_with_status_0() throws Exception {
        List<String> lines = new ArrayList<>();
        Process simulator = process(Map.of(), "simulator", "--port", "0", "--every", "1s", "--language", "en");
        try (RunningCommand out = new RunningCommand(simulator.getInputStream(), lines)) {
            out.readUntil("Step 0 of 4");
            Files.write(
                    folder.resolve(".env"),
                    lines.stream().filter(SETTING.asMatchPredicate()).toList());

            askEverything();

            out.readUntil("Step 4 of 4");
            simulator.toHandle().destroy();
            out.readUntil("Stopped.");
            assertThat(simulator.waitFor(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            simulator.destroyForcibly();
        }
        assertThat(simulator.exitValue()).isZero();
    }

    private void askEverything() throws IOException {
        List<String> lines = new ArrayList<>();
        Process serve = process(Map.of("API_PORT", "0"), "serve");
        try (RunningCommand out = new RunningCommand(serve.getInputStream(), lines)) {
            String listening = out.readUntil("Listening at");
            RawHttp server = RawHttp.at(Integer.parseInt(listening.replaceAll(".*127\\.0\\.0\\.1:(\\d+) .*", "$1")));
            out.readUntil("5 courses");
            String last = server.ask("GET", "/changes?limit=1000").text("/next_after");

            assertThat(examples()).hasSizeGreaterThan(25).allSatisfy(example -> {
                String path = example.get(1).replaceFirst("^/changes/\\d+/", "/changes/" + last + "/");
                int status = server.ask(example.get(0), path).status();
                assertThat(status).as(example + " " + path).isEqualTo(path.contains("limit=5000") ? 400 : 200);
            });
        } finally {
            serve.toHandle().destroy();
        }
    }

    private static List<List<String>> examples() throws IOException {
        return EXAMPLE.matcher(Files.readString(Path.of("../../docs/http-api.md")))
                .results()
                .map(found -> List.of(found.group(1) == null ? "GET" : found.group(1), found.group(2)))
                .toList();
    }

    @Test
    void wrong_options_and_a_port_that_is_taken_are_named() throws IOException {
        assertThat(refused("--every", "soon")).contains("--every must be a time like 30s, 1m or 2h, not 'soon'");
        assertThat(refused("--every", "0s")).contains("--every");
        assertThat(refused("--port", "70000")).contains("--port");
        assertThat(refused("--language", "tlh")).contains("no words in the language 'tlh'; es or en");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            assertThat(refused("--port", port)).contains("cannot listen at 127.0.0.1, port " + port);
        }
    }

    private String refused(String... options) {
        List<String> command = new ArrayList<>(List.of("simulator"));
        command.addAll(List.of(options));
        Played refused = Played.of(folder, Map.of(), command.toArray(String[]::new));
        assertThat(refused.status()).isEqualTo(2);
        return refused.err();
    }

    private String look(TestClock clock) {
        Played look = Played.at(clock, folder, Map.of(), "sync", "--once");
        assertThat(look.status()).as(look.out() + look.err()).isZero();
        return look.out();
    }

    private Simulation at(Instant now, Language language) {
        return Simulation.at(0, now, new Console(said, said), language);
    }

    private String text() {
        return said.toString(StandardCharsets.UTF_8);
    }

    /** As a user starts it: with the machine's clock. */
    private Process process(Map<String, String> environment, String... command) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        words.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectError(folder.resolve(command[0] + ".err").toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }
}
