package dev.unitracker.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.moodle.simulator.MoodleSimulator;
import dev.unitracker.moodle.simulator.Recording;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mail server that knows nobody is said when a program starts, not when the first message is lost. */
class MailCheckTest {

    private static final String PASSWORD = "s3cr3t-of-the-mailbox";

    @TempDir
    Path folder;

    private final MoodleSimulator moodle = MoodleSimulator.playing(Recording.demo());
    private final MailHost host = MailHost.refusing();
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void configure() {
        moodle.start();
        // Where nothing can be looked at, nothing is told: what is said of mail is said by the check.
        environment.put("MOODLE_BASE_URL", moodle.url());
        environment.put("MOODLE_TOKEN", "0123456789abcdef");
        environment.put("MAIL_SMTP_URL", host.url("tracker", PASSWORD));
        environment.put("MAIL_FROM", "tracker@example.org");
        environment.put("MAIL_TO", "ana@example.org");
        environment.put("API_PORT", "0");
        environment.put("SITE_REQUESTS_PER_MINUTE", "1000000");
    }

    @AfterEach
    void close() throws IOException {
        moodle.close();
        host.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"watch", "serve"})
    void a_login_that_the_server_refuses_is_said_at_the_start_without_the_password(String command) throws Exception {
        PipedOutputStream err = new PipedOutputStream();
        PipedOutputStream out = new PipedOutputStream();
        List<String> lines = new ArrayList<>();
        FutureTask<Integer> running = new FutureTask<>(() ->
                Main.run(new String[] {command}, Played.surroundings(moodle::now, folder, environment), out, err));
        Thread thread = new Thread(running, command);
        String said;

        try (RunningCommand failures = new RunningCommand(new PipedInputStream(err, 1 << 16), lines);
                RunningCommand results = new RunningCommand(new PipedInputStream(out, 1 << 16), lines)) {
            thread.start();
            said = failures.readUntil("E-mail: 127.0.0.1:");
            results.readUntil("Ctrl-C ends it.");
            thread.interrupt();
            results.readUntil("Stopped.");
            thread.join();
        }

        assertThat(said).contains("refused the login", "it is tried again later (MAIL_SMTP_URL)");
        assertThat(lines).noneMatch(line -> line.contains(PASSWORD));
        assertThat(running.get()).isZero();
        assertThat(host.logins()).isNotEmpty();
    }
}
