package dev.unitracker.example;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.classic.util.ContextInitializer;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.read.ListAppender;
import dev.unitracker.example.server.Guarded;
import dev.unitracker.example.server.Scope;
import dev.unitracker.moodle.simulator.Failure;
import dev.unitracker.moodle.simulator.MoodleSimulator;
import dev.unitracker.moodle.simulator.Recording;
import dev.unitracker.moodle.simulator.Where;
import dev.unitracker.s3.server.S3Server;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class SecretsTest {

    /** The recorded values of what only the student may know. */
    private static final List<String> RECORDED_SECRETS =
            List.of("SESSKEY000", "0123456789abcdef0123456789abcdef", "00000000000000000000000000000000000000ee");

    @TempDir
    Path folder;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger library = (Logger) LoggerFactory.getLogger("unitracker");

    @BeforeEach
    void logEverything() {
        root.setLevel(Level.TRACE);
        library.setAdditive(true);
        root.detachAppender("stderr");
        root.addAppender(log);
        log.start();
    }

    @AfterEach
    void logAsBefore() throws JoranException {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        new ContextInitializer(context).autoConfig();
    }

    @Test
    void no_secret_is_left_in_logs_output_database_or_artifacts() throws IOException, SQLException {
        List<String> left = new ArrayList<>();
        List<String> secrets = new ArrayList<>(RECORDED_SECRETS);
        try (MoodleSimulator moodle = MoodleSimulator.playing(Recording.demo()).start()) {
            Map<String, String> environment = Map.of(
                    "MOODLE_BASE_URL", moodle.url(),
                    "MOODLE_USERNAME", moodle.username(),
                    "MOODLE_PASSWORD", moodle.password(),
                    "LOG_LEVEL", "TRACE");
            secrets.addAll(List.of(moodle.token(), moodle.password()));

            left.add(everythingPrinted(Played.at(moodle::now, folder, environment, "sync", "--once", "--json")));
            moodle.moveTo(1);
            moodle.revokeToken();
            secrets.add(moodle.token());
            moodle.fail(Where.function("mod_quiz_get_quizzes_by_courses"), Failure.error("accessexception"));
            left.add(everythingPrinted(Played.at(moodle::now, folder, environment, "sync", "--once", "--full")));
            moodle.fail(Where.everything(), Failure.loginPage());
            left.add(everythingPrinted(Played.at(moodle::now, folder, environment, "sync", "--once")));
            assertThat(moodle.log().toString()).doesNotContain(secrets);
        }
        left.add(database());
        left.addAll(logged());
        assertThat(log.list).anyMatch(event -> event.getLoggerName().startsWith("unitracker.moodle"));
        left.addAll(files());

        assertThat(left).hasSizeGreaterThan(50);
        for (String text : left) {
            assertThat(secrets).noneMatch(text::contains);
        }
    }

    @Test
    void the_secret_of_a_bucket_is_left_nowhere() throws IOException {
        S3Server server = S3Server.shared();
        Map<String, String> environment = new HashMap<>(Map.of(
                "ARTIFACT_STORAGE_BACKEND", "s3",
                "S3_BUCKET", server.newBucket(),
                "S3_ENDPOINT_URL", server.endpoint(),
                "S3_ACCESS_KEY_ID", server.accessKey(),
                "S3_SECRET_ACCESS_KEY", server.secret(),
                "LOG_LEVEL", "TRACE"));
        String wrong = "wrong-secret-that-nobody-may-see";
        List<String> left = new ArrayList<>();
        try (MoodleSimulator moodle = MoodleSimulator.playing(Recording.demo()).start()) {
            environment.put("MOODLE_BASE_URL", moodle.url());
            environment.put("MOODLE_TOKEN", moodle.token());

            Played kept = Played.at(moodle::now, folder, environment, "sync", "--once");
            Played copied = Played.at(moodle::now, folder, environment, "migrate-artifacts", "--to", "local");
            environment.put("S3_SECRET_ACCESS_KEY", wrong);
            Played refused = Played.at(moodle::now, folder, environment, "migrate-artifacts", "--to", "local");
            environment.put("S3_ACCESS_KEY_ID", "");
            Played half = Played.at(moodle::now, folder, environment, "sync", "--once");

            assertThat(List.of(kept.status(), copied.status(), refused.status(), half.status()))
                    .containsExactly(0, 0, 3, 2);
            Stream.of(kept, copied, refused, half)
                    .map(SecretsTest::everythingPrinted)
                    .forEach(left::add);
        }
        left.addAll(logged());
        assertThat(log.list).anyMatch(event -> event.getLoggerName().startsWith("software.amazon.awssdk"));
        left.addAll(files());

        assertThat(left).hasSizeGreaterThan(50);
        for (String text : left) {
            assertThat(text).doesNotContain(server.secret()).doesNotContain(wrong);
        }
    }

    @Test
    void addresses_to_post_to_are_left_nowhere() throws IOException, SQLException {
        List<String> left = new ArrayList<>();
        List<String> secrets = List.of(
                "s3cr3t-path",
                "s3cr3tWebhook",
                "s3cr3t-topic",
                "tk_s3cr3t00000000",
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        try (MockWebServer services = new MockWebServer();
                MoodleSimulator moodle =
                        MoodleSimulator.playing(Recording.demo()).start()) {
            services.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    String asked =
                            request.getTarget() + " " + request.getHeaders().get("Authorization");
                    String said = "{\"message\":\"" + asked + "\",\"error\":\"" + asked + "\"}";
                    return new MockResponse.Builder().code(500).body(said).build();
                }
            });
            services.start();
            Map<String, String> environment = Map.of(
                    "MOODLE_BASE_URL", moodle.url(),
                    "MOODLE_TOKEN", moodle.token(),
                    "WEBHOOK_URL", services.url("/s3cr3t-path?key=s3cr3t-path").toString(),
                    "WEBHOOK_SECRET", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                    "DISCORD_WEBHOOK_URL",
                            services.url("/api/webhooks/42/s3cr3tWebhook").toString(),
                    "NTFY_URL", services.url("/s3cr3t-topic").toString(),
                    "NTFY_TOKEN", "tk_s3cr3t00000000",
                    "LOG_LEVEL", "TRACE");

            left.add(everythingPrinted(Played.at(moodle::now, folder, environment, "sync", "--once")));
            assertThat(services.getRequestCount()).isEqualTo(3);
        }
        left.add(database());
        left.addAll(logged());
        assertThat(log.list).anyMatch(event -> event.getLoggerName().equals("unitracker.webhook"));
        left.addAll(files());

        for (String text : left) {
            assertThat(secrets).noneMatch(text::contains);
        }
    }

    @Test
    void the_password_of_a_mail_server_is_left_nowhere() throws IOException, SQLException {
        String password = "s3cr3t-of-the-mailbox";
        String encoded =
                Base64.getEncoder().encodeToString(("tracker\0tracker\0" + password).getBytes(StandardCharsets.UTF_8));
        List<String> left = new ArrayList<>();
        try (MailHost host = MailHost.refusing();
                MoodleSimulator moodle =
                        MoodleSimulator.playing(Recording.demo()).start()) {
            Map<String, String> environment = Map.of(
                    "MOODLE_BASE_URL",
                    moodle.url(),
                    "MOODLE_TOKEN",
                    moodle.token(),
                    "MAIL_SMTP_URL",
                    host.url("tracker", password),
                    "MAIL_FROM",
                    "tracker@example.org",
                    "MAIL_TO",
                    "ana@example.org",
                    "LOG_LEVEL",
                    "TRACE");

            left.add(everythingPrinted(Played.at(moodle::now, folder, environment, "sync", "--once")));
            left.add(everythingPrinted(Played.at(moodle::now, folder, environment, "--print-config")));
            assertThat(host.logins()).isNotEmpty().allMatch(login -> login.contains(encoded));
        }
        left.add(database());
        left.addAll(logged());
        assertThat(left).anyMatch(text -> text.contains("refused the login"));
        left.addAll(files());

        for (String text : left) {
            assertThat(text).doesNotContain(password).doesNotContain(encoded);
        }
    }

    @Test
    void a_token_of_the_api_and_the_cookie_of_a_page_are_left_nowhere() throws IOException {
        List<String> left = new ArrayList<>();
        List<String> secrets = new ArrayList<>();
        try (Guarded guarded = Guarded.at(Guarded.ANYWHERE, folder)) {
            library.setLevel(Level.TRACE);
            String token = guarded.token(Guarded.ANA, Scope.ADMIN);
            String secret = token.substring("ut_0123456789abcdef_".length());
            String wrong = "ut_0123456789abcdef_" + "w".repeat(secret.length());
            String cookie = guarded.logIn(token);
            secrets.addAll(List.of(secret, wrong, cookie.replaceFirst("^[^=]*=", "")));

            Stream.of(
                            guarded.askAs(token, "GET", "/items"),
                            guarded.askAs(token, "POST", "/sync/run/moodle_forums"),
                            guarded.askAs(wrong, "GET", "/items"),
                            guarded.ask("GET", "/items?token=" + token),
                            guarded.ask("GET", "/items/%zz", "Authorization: Bearer " + token),
                            guarded.ask("GET", "/items", cookie),
                            guarded.send("/session", "application/json", "{\"token\":\"" + wrong + "\"}"),
                            guarded.send("/session", "application/json", "{\"token\":" + token + "}"),
                            guarded.send("/session", "text/plain", token),
                            guarded.ask("DELETE", "/session", cookie, "Sec-Fetch-Site: same-origin"))
                    .forEach(answered -> left.add(answered.headers() + answered.body()));
        }
        left.addAll(logged());
        left.addAll(files());

        assertThat(left).hasSizeGreaterThan(10);
        for (String text : left) {
            assertThat(secrets).noneMatch(text::contains);
        }
    }

    private List<String> logged() {
        List<String> logged = new ArrayList<>();
        for (ILoggingEvent event : log.list) {
            String thrown =
                    event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
            logged.add(event.getFormattedMessage() + thrown);
        }
        return logged;
    }

    private List<String> files() throws IOException {
        List<String> contents = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.add(file + " " + new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }

    private static String everythingPrinted(Played played) {
        return played.out() + played.err();
    }

    private String database() throws SQLException {
        StringBuilder script = new StringBuilder();
        String url = "jdbc:h2:file:" + folder.resolve("data/tracker").toAbsolutePath();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("script")) {
            while (rows.next()) {
                script.append(rows.getString(1)).append('\n');
            }
        }
        assertThat(script).contains("TP 1 - L");
        return script.toString();
    }
}
