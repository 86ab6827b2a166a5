package dev.unitracker.example;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.unitracker.Tracker;
import dev.unitracker.example.account.Vault;
import dev.unitracker.example.server.ApiServer;
import dev.unitracker.example.server.Premises;
import dev.unitracker.example.server.RawHttp;
import dev.unitracker.example.server.Scope;
import dev.unitracker.example.server.guard.Guard;
import dev.unitracker.example.server.guard.Reach;
import dev.unitracker.moodle.simulator.MoodleSimulator;
import dev.unitracker.moodle.simulator.Recording;
import dev.unitracker.moodle.simulator.Where;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
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
import org.slf4j.LoggerFactory;

/** A hosted account with every channel there is, two of whose courses are called what does harm where it is not taken for text. */
@DisabledOnOs(OS.WINDOWS)
class HostileCourseTest {

    private static final String SCRIPT = "<script>alert(1)</script>";
    private static final String FORMULA = "=cmd()|' /C calc'!A0";
    private static final String NAME = "ana";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private final MoodleSimulator moodle = MoodleSimulator.playing(Recording.demo());
    private final MailHost mail = MailHost.taking();
    private final MockWebServer services = new MockWebServer();
    private final Map<String, String> environment = new HashMap<>();

    /** What came to each service, by the beginning of its path. */
    private final Map<String, List<String>> posted = Map.of(
            "/bot", new CopyOnWriteArrayList<>(),
            "/told", new CopyOnWriteArrayList<>(),
            "/api/v10/webhooks", new CopyOnWriteArrayList<>(),
            "/", new CopyOnWriteArrayList<>());

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger library = (Logger) LoggerFactory.getLogger("unitracker");

    @BeforeEach
    void configure() throws IOException {
        moodle.start();
        services.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                posted.forEach((path, bodies) -> {
                    boolean itsOwn = path.equals("/")
                            ? request.getTarget().equals("/")
                            : request.getTarget().startsWith(path);
                    if (itsOwn && request.getBody() != null) {
                        bodies.add(request.getBody().utf8());
                    }
                });
                return new MockResponse.Builder()
                        .body("{\"ok\":true,\"result\":{\"message_id\":1,\"chat\":{\"id\":42}}}")
                        .build();
            }
        });
        services.start();
        environment.put("UNI_TRACKER_KEY", Vault.newKey());
        environment.put("SITE_REQUESTS_PER_MINUTE", "1000000");
        environment.put("PUBLIC_URL", "https://tracker.example.org");
        environment.put("MAIL_SMTP_URL", mail.url("tracker", "secret"));
        environment.put("MAIL_FROM", "tracker@example.org");
        environment.put("TELEGRAM_BOT_TOKEN", "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0");
        environment.put("TELEGRAM_API_URL", services.url("/").toString());
        log.start();
        library.addAppender(log);
        library.setAdditive(false);
    }

    @AfterEach
    void close() throws IOException {
        library.detachAppender(log);
        library.setLevel(null);
        library.setAdditive(true);
        moodle.close();
        mail.close();
        services.close();
    }

    private void callCoursesSo() {
        moodle.answer(
                Where.function("core_enrol_get_users_courses"),
                text -> text.replace("\"Programaci\\u00f3n II\"", "\"&lt;script&gt;alert(1)&lt;\\/script&gt;\"")
                        .replace("\"C\\u00e1lculo I\"", "\"=cmd()|' \\/C calc'!A0\""));
    }

    private void keepAccount() throws IOException {
        Files.writeString(folder.resolve("ana.env"), """
                MOODLE_TOKEN=%s
                WEBHOOK_URL=%s
                WEBHOOK_SECRET=whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
                DISCORD_WEBHOOK_URL=%s
                NTFY_URL=%s
                NOTIFY_COMMAND="tee -a %s"
                """.formatted(
                        moodle.token(),
                        services.url("/told"),
                        services.url("/api/webhooks/42/secret"),
                        services.url("/topic"),
                        folder.resolve("told.txt")));
        Played added = Played.at(
                moodle::now,
                folder,
                environment,
                "account",
                "add",
                NAME,
                "MOODLE_BASE_URL=" + moodle.url(),
                "TELEGRAM_CHAT_ID=42",
                "MAIL_TO=ana@example.org,juan@example.org",
                "--from",
                "ana.env");
        assertThat(added.status()).as(added.err()).isZero();
    }

    private Installation open() {
        Installation installation = Installation.withoutSite(Played.surroundings(moodle::now, folder, environment), 10);
        library.setLevel(Level.TRACE);
        return installation;
    }

    private static Tracker tracker(HostedStudents students) {
        return students.find(NAME).orElseThrow().tracker();
    }

    private void lookThrough(HostedStudents students, int first, int last) {
        for (int step = first; step <= last; step++) {
            moodle.moveTo(step);
            tracker(students).syncFully();
        }
    }

    @Test
    void what_a_course_is_called_is_text_on_every_channel_and_in_every_answer() throws IOException {
        callCoursesSo();
        keepAccount();
        try (Installation installation = open()) {
            HostedStudents students = WorkerCommand.students(installation, Optional.empty());
            lookThrough(students, 0, 2);

            answersAreText(installation, students);
            mailsAreText();
            postsAreText();
            commandGotText();
            logIsText();
        }
    }

    private void mailsAreText() {
        assertThat(mail.letters()).hasSizeGreaterThan(2);
        String all = String.join("\n", mail.letters());
        String decoded = mail.letters().stream().map(MimeText::of).reduce("", String::concat);

        assertThat(all).contains("To: ana@example.org", "To: juan@example.org");
        assertThat(decoded).contains(SCRIPT, "&lt;script&gt;alert(1)&lt;/script&gt;", FORMULA);
        for (String letter : mail.letters()) {
            String page = MimeText.html(letter);
            assertThat(page)
                    .contains("<html lang=\"es\">")
                    .doesNotContain("<script", "<style", "<img", "<link", "<iframe");
            assertThat(letter).contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
        }
    }

    private void postsAreText() {
        assertThat(texts("/told")).anyMatch(text -> text.contains(SCRIPT)).anyMatch(text -> text.contains(FORMULA));
        assertThat(texts("/")).anyMatch(text -> text.contains(SCRIPT)).anyMatch(text -> text.contains(FORMULA));
        for (String body : posted.getOrDefault("/api/v10/webhooks", List.of())) {
            assertThat(json(body).at("/allowed_mentions/parse")).isEmpty();
            assertThat(json(body).at("/allowed_mentions").isObject()).isTrue();
        }
        assertThat(texts("/api/v10/webhooks"))
                .anyMatch(text -> text.replace("\\", "").contains(SCRIPT));
        List<String> chat = texts("/bot");
        assertThat(chat).anyMatch(text -> text.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
        assertThat(chat).noneMatch(text -> text.contains("<script"));
        assertThat(chat).anyMatch(text -> text.contains("=cmd()"));
    }

    /** All texts in what came to a service. */
    private List<String> texts(String path) {
        List<String> texts = new ArrayList<>();
        posted.getOrDefault(path, List.of()).forEach(body -> collect(json(body), texts));
        assertThat(texts).as(path).isNotEmpty();
        return texts;
    }

    private static void collect(JsonNode node, List<String> texts) {
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.forEach(child -> collect(child, texts));
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }

    private void commandGotText() throws IOException {
        assertThat(Files.readString(folder.resolve("told.txt"))).contains(SCRIPT, FORMULA);
    }

    private void answersAreText(Installation installation, HostedStudents students) {
        HostedAccounts accounts = new HostedAccounts(installation, students);
        Reach reach =
                Reach.at(InetAddress.getLoopbackAddress(), Optional.of(URI.create("https://tracker.example.org")));
        String token = TokenCommand.tokens(installation).add(NAME, Scope.READ, "", null);
        Guard guard = Guard.of(installation.store().database(), reach, accounts, 6000, installation.clock());
        try (ApiServer server = ApiServer.of(accounts, new Premises("test", "local", Duration.ofHours(6)))
                .gate(guard)
                .routes(Answering.of(installation).routes())
                .start("127.0.0.1", 0)) {
            RawHttp http = RawHttp.at(server.port());
            String bearer = "Authorization: Bearer " + token;
            whoLeavesGetsNoMoreMail(http, students);
            jsonIsText(http, bearer);
            feedsAreText(http, bearer);
            pagesAreText(http);
        }
    }

    private static void jsonIsText(RawHttp http, String bearer) {
        RawHttp.Answered courses = http.ask("GET", "/accounts/ana/courses", bearer, "Accept: text/html");

        assertThat(courses.header("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(courses.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(courses.json().findValuesAsText("display_name")).contains(SCRIPT, FORMULA);
        for (String path : List.of("/items", "/changes", "/risks?days=300", "/notifications/digest")) {
            assertThat(http.ask("GET", "/accounts/ana" + path, bearer).json()).isNotEmpty();
        }
    }

    private static void feedsAreText(RawHttp http, String bearer) {
        String calendar = http.ask("GET", "/accounts/ana/deadlines.ics", bearer).body();
        List<String> categories = Biweekly.parse(calendar).first().getEvents().stream()
                .flatMap(event -> event.getCategories().stream())
                .flatMap(some -> some.getValues().stream())
                .distinct()
                .toList();
        String feed = http.ask("GET", "/accounts/ana/changes.atom", bearer).body();

        assertThat(categories).contains(SCRIPT, FORMULA);
        assertThat(feed).doesNotContain("<script").contains("alert(1)", "=cmd()");
    }

    private void pagesAreText(RawHttp http) {
        List<String> pages = new ArrayList<>();
        for (String link : links("/act/")) {
            RawHttp.Answered page = http.ask("GET", link, "Accept: text/html");
            assertThat(page.status()).as(link).isEqualTo(200);
            assertThat(page.body()).doesNotContain("<script", "style=", "<img", "onclick");
            pages.add(page.body());
        }
        assertThat(pages).anyMatch(page -> page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
        assertThat(pages).anyMatch(page -> page.contains("=cmd()"));
    }

    /** Links of the mails, as they stand in them. */
    private List<String> links(String path) {
        Matcher links = Pattern.compile("https://tracker\\.example\\.org(" + path + "[A-Za-z0-9._-]+)")
                .matcher(mail.letters().stream().map(MimeText::of).reduce("", String::concat));
        List<String> found =
                links.results().map(link -> link.group(1)).distinct().toList();
        assertThat(found).isNotEmpty();
        return found;
    }

    private void whoLeavesGetsNoMoreMail(RawHttp http, HostedStudents students) {
        String link = links("/unsubscribe/").get(0);
        int before = mail.letters().size();
        String leaving = mail.letters().stream()
                .filter(letter -> letter.contains(link.substring(link.lastIndexOf('.') + 1)))
                .map(letter -> letter.contains("To: ana@example.org") ? "ana@example.org" : "juan@example.org")
                .findFirst()
                .orElse("ana@example.org");

        assertThat(http.ask("POST", link).body()).contains(leaving);
        lookThrough(students, 3, 4);

        assertThat(mail.letters().subList(before, mail.letters().size()))
                .isNotEmpty()
                .noneMatch(letter -> letter.contains("To: " + leaving));
    }

    private void logIsText() {
        assertThat(log.list).isNotEmpty();
        for (ILoggingEvent event : log.list) {
            assertThat(event.getFormattedMessage().chars().filter(c -> c != '\n' && Character.isISOControl(c)))
                    .isEmpty();
        }
    }
}
