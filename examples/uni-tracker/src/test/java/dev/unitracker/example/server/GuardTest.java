package dev.unitracker.example.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.example.server.guard.Token;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in, over real HTTP, and who is not. */
class GuardTest {

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String WRITE = "/items/1/done";

    @TempDir
    private static Path folder;

    private static Guarded here;
    private static Guarded anywhere;
    private static Guarded behind;

    @BeforeAll
    static void serve() {
        here = Guarded.at(Guarded.HERE, folder.resolve("here"));
        anywhere = Guarded.at(Guarded.ANYWHERE, folder.resolve("anywhere"));
        behind = Guarded.at(Guarded.PUBLIC, folder.resolve("behind"));
    }

    @AfterAll
    static void end() {
        Stream.of(here, anywhere, behind).forEach(Guarded::close);
    }

    /** What was asked by then counts no more. */
    @BeforeEach
    void an_hour_later() {
        Stream.of(here, anywhere, behind).forEach(guarded -> guarded.clock().advance(Duration.ofHours(1)));
    }

    @Test
    void a_name_that_somebody_lets_lead_to_this_machine_reads_nothing() {
        int port = here.port();
        for (String host : List.of(
                "evil.example:" + port,
                "127.0.0.1.evil.example:" + port,
                "localhost.evil.example:" + port,
                "localhost:" + (port + 1),
                "localhost",
                "127.0.0.1",
                "tracker.example.org",
                "0.0.0.0:" + port,
                "127.0.0.2:" + port,
                "2130706433:" + port)) {
            assertThat(here.askUnder(host, "/items").status()).as(host).isEqualTo(403);
            assertThat(here.askUnder(host, "/health").status()).as(host).isEqualTo(403);
            assertThat(here.askUnder(host, "/feeds/x/changes.atom").status())
                    .as(host)
                    .isEqualTo(403);
        }
        for (String host : List.of("localhost:" + port, "LOCALHOST:" + port, "127.0.0.1:" + port, "[::1]:" + port)) {
            assertThat(here.askUnder(host, "/items").status()).as(host).isEqualTo(200);
        }
    }

    @Test
    void the_public_address_is_a_name_of_the_server_too() {
        String reader = "Authorization: Bearer " + behind.token(Guarded.ANA, Scope.READ);

        assertThat(behind.askUnder("tracker.example.org", "/items", reader).status())
                .isEqualTo(200);
        assertThat(behind.askUnder("tracker.example.org:443", "/items", reader).status())
                .isEqualTo(200);
        assertThat(behind.askUnder("tracker.example.org:80", "/items", reader).status())
                .isEqualTo(403);
        assertThat(behind.askUnder("evil.example", "/items", reader).status()).isEqualTo(403);
    }

    @Test
    void where_others_come_through_a_public_address_each_request_needs_a_token_by_whatever_name() {
        assertThat(behind.askUnder("tracker.example.org", "/items").status()).isEqualTo(401);
        assertThat(behind.ask("GET", "/items").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For: 203.0.113.5", "Forwarded: for=203.0.113.5", "X-Real-IP: 203.0.113.5"})
    void what_came_through_another_server_is_refused_where_nobody_said_that_others_come(String header) {
        RawHttp.Answered answered = here.ask("GET", "/items", header);

        assertThat(answered.status()).isEqualTo(403);
        assertThat(answered.text("/detail")).contains("PUBLIC_URL");
    }

    @Test
    void a_page_of_another_site_may_not_ask() {
        int port = here.port();
        for (String header : List.of(
                "Origin: https://evil.example",
                "Origin: http://evil.example:" + port,
                "Origin: http://localhost:" + (port + 1),
                "Origin: null",
                "Origin: ",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site")) {
            for (String method : List.of("GET", "HEAD")) {
                RawHttp.Answered answered = here.ask(method, "/items", header);
                assertThat(answered.status()).as(header).isEqualTo(403);
                assertThat(answered.headers()).noneMatch(line -> line.startsWith("Access-Control-"));
            }
            assertThat(here.ask("POST", WRITE, header).status()).as(header).isEqualTo(403);
        }
    }

    @Test
    void pages_of_the_server_and_programs_may_ask_and_a_link_to_it_may_be_followed() {
        for (String header : List.of(
                "Origin: http://localhost:" + here.port(),
                "Origin: http://127.0.0.1:" + here.port(),
                "Sec-Fetch-Site: same-origin",
                "Sec-Fetch-Site: none",
                "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document")) {
            assertThat(here.ask("GET", "/items", header).status()).as(header).isEqualTo(200);
        }
        assertThat(here.ask(
                                "POST",
                                WRITE,
                                "Sec-Fetch-Site: cross-site",
                                "Sec-Fetch-Mode: navigate",
                                "Sec-Fetch-Dest: document")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_feed_at_its_secret_address_needs_no_token_and_any_site_may_ask_for_it() {
        RawHttp.Answered answered = anywhere.ask("GET", "/feeds/x/changes.atom", "Origin: https://reader.example");

        assertThat(answered.status()).isEqualTo(404);
        assertThat(answered.text("/detail")).contains("no such feed");
    }

    @Test
    void a_token_that_is_wrong_over_or_revoked_opens_nothing() {
        String token = anywhere.token(Guarded.ANA, Scope.ADMIN);
        String brief = anywhere.tokens()
                .add(Guarded.ANA, Scope.READ, "", anywhere.clock().instant().plusSeconds(60));
        char last = token.charAt(token.length() - 1);
        String close = token.substring(0, token.length() - 1) + (last == 'A' ? 'Q' : 'A');
        assertThat(anywhere.askAs(brief, "GET", "/items").status()).isEqualTo(200);

        for (String wrong :
                List.of(close, token.substring(0, 20), token + "x", "", "ut_", "x'; drop table api_token")) {
            assertThat(anywhere.askAs(wrong, "GET", "/items").status())
                    .as(wrong)
                    .isEqualTo(401);
        }
        anywhere.clock().advance(Duration.ofMinutes(1));
        assertThat(anywhere.askAs(brief, "GET", "/items").status()).isEqualTo(401);
        assertThat(anywhere.askAs(token, "GET", "/items").status()).isEqualTo(200);
        anywhere.revoke(token);
        assertThat(anywhere.askAs(token, "GET", "/items").status()).isEqualTo(401);
    }

    @Test
    void a_token_counts_in_its_header_alone() {
        String token = anywhere.token(Guarded.ANA, Scope.READ);

        for (String query : List.of("token=", "access_token=", "api_key=", "authorization=Bearer%20")) {
            assertThat(anywhere.ask("GET", "/items?" + query + token).status()).isEqualTo(401);
        }
        assertThat(anywhere.ask("GET", "/items", "Authorization: Basic " + token)
                        .status())
                .isEqualTo(401);
        assertThat(anywhere.ask("GET", "/items", "X-Api-Key: " + token).status())
                .isEqualTo(401);
        assertThat(anywhere.ask("GET", "/items", "authorization: bearer " + token)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_wrong_token_is_said_also_where_none_is_needed_and_one_that_is_right_is_held_to_its_scope() {
        String reader = here.token(Guarded.BRUNO, Scope.READ);

        assertThat(here.ask("POST", WRITE).status()).isEqualTo(404);
        assertThat(here.askAs("nonsense", "GET", "/items").status()).isEqualTo(401);
        assertThat(here.askAs(reader, "GET", "/accounts/ana/items").status()).isEqualTo(404);
        assertThat(here.askAs(reader, "POST", "/accounts/bruno" + WRITE).status())
                .isEqualTo(403);
    }

    @Test
    void a_page_shows_a_token_once_and_keeps_a_cookie_that_no_script_reads() {
        String token = anywhere.token(Guarded.ANA, Scope.ACT);

        RawHttp.Answered answered = anywhere.send("/session", JSON, "{\"token\":\"" + token + "\"}");

        assertThat(answered.text("/account")).isEqualTo("ana");
        assertThat(answered.text("/scope")).isEqualTo("act");
        assertThat(answered.body()).doesNotContain(token);
        assertThat(answered.header("Set-Cookie").orElseThrow())
                .matches("uni_tracker_session=[A-Za-z0-9_-]{43}; Max-Age=2592000; Path=/; HttpOnly; SameSite=Strict");
        String cookie = anywhere.logIn(token);
        assertThat(anywhere.ask("GET", "/items", cookie).status()).isEqualTo(200);
        assertThat(anywhere.ask("GET", "/accounts/bruno/items", cookie).status())
                .isEqualTo(404);
        assertThat(anywhere.ask("POST", "/notifications/dispatch", cookie, "Sec-Fetch-Site: same-origin")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void over_https_the_cookie_is_sent_to_this_host_alone_and_browsers_stay_with_https() {
        RawHttp.Answered answered = behind.send("/session", FORM, "token=" + behind.token(Guarded.ANA, Scope.READ));

        assertThat(answered.header("Set-Cookie").orElseThrow())
                .startsWith("__Host-uni_tracker_session=")
                .endsWith("; Path=/; HttpOnly; SameSite=Strict; Secure");
        assertThat(answered.header("Strict-Transport-Security")).contains("max-age=31536000");
    }

    @Test
    void a_session_ends_by_logging_out_by_time_and_with_its_token() {
        String token = anywhere.token(Guarded.ANA, Scope.READ);
        String first = anywhere.logIn(token);
        String second = anywhere.logIn(token);

        RawHttp.Answered out = anywhere.ask("DELETE", "/session", first, "Sec-Fetch-Site: same-origin");
        assertThat(out.header("Set-Cookie").orElseThrow()).startsWith("uni_tracker_session=; Max-Age=0;");
        assertThat(status(anywhere, first)).isEqualTo(401);
        assertThat(status(anywhere, second)).isEqualTo(200);

        anywhere.clock().advance(Duration.ofDays(30));
        assertThat(status(anywhere, second)).isEqualTo(401);

        String third = anywhere.logIn(token);
        assertThat(status(anywhere, third)).isEqualTo(200);
        anywhere.revoke(token);
        assertThat(status(anywhere, third)).isEqualTo(401);
    }

    @Test
    void a_session_is_over_when_its_token_is_and_no_token_has_more_than_fifty() throws SQLException {
        String brief = anywhere.tokens()
                .add(Guarded.ANA, Scope.READ, "", anywhere.clock().instant().plusSeconds(60));
        String first = anywhere.logIn(brief);
        for (int i = 0; i < 50; i++) {
            anywhere.logIn(brief);
        }
        String last = anywhere.logIn(anywhere.token(Guarded.ANA, Scope.READ));

        assertThat(sessions(anywhere, brief)).isEqualTo(50);
        anywhere.clock().advance(Duration.ofMinutes(1));
        assertThat(status(anywhere, first)).isEqualTo(401);
        assertThat(status(anywhere, last)).isEqualTo(200);
    }

    @Test
    void a_stream_ends_soon_after_its_token_was_revoked() throws IOException {
        try (Guarded guarded = Guarded.streaming(folder.resolve("streaming"));
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), guarded.port())) {
            String token = guarded.token(Guarded.ANA, Scope.READ);
            socket.setSoTimeout((int) Duration.ofMinutes(1).toMillis());
            socket.getOutputStream()
                    .write(("GET /events HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer " + token
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(lines.readLine()).contains("200");
            String line = lines.readLine();
            while (line != null && !line.startsWith(":")) {
                line = lines.readLine();
            }
            assertThat(line).as("a heartbeat").isNotNull();

            guarded.revoke(token);

            assertThat(lines.lines().count()).as("lines until the end").isPositive();
        }
    }

    private static int status(Guarded guarded, String cookie) {
        return guarded.ask("GET", "/items", cookie).status();
    }

    @Test
    void what_logs_in_is_read_strictly_and_a_wrong_token_does_not() {
        String token = anywhere.token(Guarded.ANA, Scope.READ);

        assertThat(anywhere.send("/session", FORM, "token=" + token).status()).isEqualTo(200);
        assertThat(anywhere.send("/session", JSON, "{\"token\":\"ut_x\"}").status())
                .isEqualTo(401);
        for (String body : List.of("", "{", "{}", "[]", "null", "{\"token\":1}", "{\"token\":\"x\",\"a\":1}")) {
            assertThat(anywhere.send("/session", JSON, body).status()).as(body).isEqualTo(400);
        }
        for (String body : List.of("", "a=b", "token=%zz", "token=a&token=b")) {
            assertThat(anywhere.send("/session", FORM, body).status()).as(body).isEqualTo(400);
        }
        assertThat(anywhere.send("/session", "text/plain", token).status()).isEqualTo(415);
        assertThat(anywhere.send("/session", JSON, " ".repeat(2000)).status()).isEqualTo(413);
        assertThat(anywhere.ask("POST", "/session?token=" + token).status()).isEqualTo(400);
        assertThat(anywhere.ask("POST", "/session", "Origin: https://evil.example")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void what_a_browser_writes_has_to_come_from_a_page_of_the_server() {
        String cookie = anywhere.logIn(anywhere.token(Guarded.ANA, Scope.ACT));
        String own = "Origin: http://127.0.0.1:" + anywhere.port();

        assertThat(anywhere.ask("POST", WRITE, cookie).status()).isEqualTo(403);
        assertThat(anywhere.ask("DELETE", WRITE, cookie).status()).isEqualTo(403);
        assertThat(anywhere.ask("DELETE", "/session", cookie).status()).isEqualTo(403);
        assertThat(anywhere.ask("POST", WRITE, cookie, "Origin: https://evil.example")
                        .status())
                .isEqualTo(403);
        assertThat(anywhere.send(WRITE, JSON, "{}", cookie).status()).isEqualTo(403);
        assertThat(anywhere.ask("POST", WRITE, cookie, "X-Requested-With: page").status())
                .isEqualTo(403);

        // There is no such item, but the question was let in.
        assertThat(anywhere.ask("POST", WRITE, cookie, own).status()).isEqualTo(404);
        assertThat(anywhere.ask("POST", WRITE, cookie, "Sec-Fetch-Site: same-origin")
                        .status())
                .isEqualTo(404);
        assertThat(anywhere.send(WRITE, JSON, "{}", cookie, "X-Requested-With: page")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoever_asks_too_much_waits_and_others_do_not() {
        try (Guarded guarded = Guarded.at(Guarded.ANYWHERE, 60, folder.resolve("sixty"))) {
            String ana = guarded.token(Guarded.ANA, Scope.READ);
            String other = guarded.token(Guarded.ANA, Scope.READ);

            assertThat(statuses(guarded, ana, 11)).startsWith(200).endsWith(429);
            RawHttp.Answered refused = guarded.askAs(ana, "GET", "/items");
            assertThat(refused.header("Retry-After")).contains("1");
            assertThat(guarded.askAs(other, "GET", "/items").status()).isEqualTo(200);

            guarded.clock().advance(Duration.ofSeconds(1));
            assertThat(statuses(guarded, ana, 2)).containsExactly(200, 429);
            guarded.clock().advance(Duration.ofDays(-1));
            assertThat(guarded.askAs(ana, "GET", "/items").status()).isEqualTo(200);
        }
    }

    @Test
    void whoever_shows_no_token_waits_by_his_address() {
        try (Guarded guarded = Guarded.at(Guarded.PUBLIC, 6, folder.resolve("six"))) {
            String one = "X-Forwarded-For: 10.0.0.1, 203.0.113.5";
            String other = "X-Forwarded-For: 203.0.113.5, 203.0.113.6";
            String pretending = "X-Forwarded-For: 10.9.9.9, 203.0.113.5";

            assertThat(guarded.ask("GET", "/health", one).status()).isEqualTo(200);
            assertThat(guarded.ask("GET", "/feeds/x/changes.atom", one).status())
                    .isEqualTo(429);
            assertThat(guarded.ask("GET", "/health", pretending).status()).isEqualTo(429);
            assertThat(guarded.ask("GET", "/health", other).status()).isEqualTo(200);
            assertThat(guarded.ask("GET", "/health", "X-Forwarded-For: 2001:db8::1")
                            .status())
                    .isEqualTo(200);
            assertThat(guarded.ask("GET", "/health", "X-Forwarded-For: 2001:db8::2")
                            .status())
                    .isEqualTo(429);
        }
    }

    @Test
    void whoever_guesses_tokens_waits_longer_and_locks_nobody_out() {
        String right = anywhere.token(Guarded.ANA, Scope.READ);

        assertThat(statuses(anywhere, "guess", 11)).startsWith(401).endsWith(429);
        assertThat(anywhere.askAs("guess", "GET", "/items").header("Retry-After"))
                .contains("6");
        assertThat(anywhere.send("/session", JSON, "{\"token\":\"guess\"}").status())
                .isEqualTo(429);
        assertThat(anywhere.askAs(right, "GET", "/items").status()).isEqualTo(200);

        anywhere.clock().advance(Duration.ofSeconds(6));
        assertThat(statuses(anywhere, "guess", 2)).containsExactly(401, 429);
    }

    private static List<Integer> statuses(Guarded guarded, String token, int times) {
        return Stream.generate(() -> guarded.askAs(token, "GET", "/items").status())
                .limit(times)
                .toList();
    }

    @Test
    void each_answer_says_what_a_browser_may_not_do_with_it() {
        String token = anywhere.token(Guarded.ANA, Scope.READ);
        for (RawHttp.Answered answered : List.of(
                anywhere.askAs(token, "GET", "/items"),
                anywhere.ask("GET", "/items"),
                anywhere.ask("GET", "/nowhere"),
                anywhere.ask("PUT", "/items"),
                anywhere.ask("GET", "/items/%zz"),
                RawHttp.at(anywhere.port()).send("nonsense\r\n\r\n"))) {
            assertThat(answered.header("Content-Security-Policy"))
                    .contains("default-src 'none'; frame-ancestors 'none'");
            assertThat(answered.header("X-Content-Type-Options")).contains("nosniff");
            assertThat(answered.header("Referrer-Policy")).contains("no-referrer");
            assertThat(answered.header("Cross-Origin-Resource-Policy")).contains("same-origin");
            assertThat(answered.header("Cache-Control").orElseThrow()).matches("no-store|private, no-cache");
            assertThat(answered.header("Strict-Transport-Security")).isEmpty();
            assertThat(answered.headers()).noneMatch(line -> line.startsWith("Access-Control-"));
        }
    }

    @Test
    void of_tokens_and_cookies_hashes_alone_are_kept() throws SQLException {
        String token = anywhere.tokens().add(Guarded.ANA, Scope.READ, "the kitchen's screen", null);
        String cookie = anywhere.logIn(token).replaceFirst(".*=", "");
        String secret = token.substring("ut_0123456789abcdef_".length());

        String kept = script(anywhere);

        assertThat(kept).contains("the kitchen's screen".replace("'", "''")).contains("API_SESSION");
        assertThat(kept).doesNotContain(secret).doesNotContain(cookie);
        assertThat(anywhere.tokens().all()).extracting(Token::toString).noneMatch(text -> text.contains(secret));
    }

    private static String script(Guarded guarded) throws SQLException {
        StringBuilder script = new StringBuilder();
        try (Connection connection = guarded.store().database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("script")) {
            while (rows.next()) {
                script.append(rows.getString(1)).append('\n');
            }
        }
        return script.toString();
    }

    private static int sessions(Guarded guarded, String token) throws SQLException {
        try (Connection connection = guarded.store().database().getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select count(*) from api_session where ? like '%' || token || '%'")) {
            statement.setString(1, token);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
