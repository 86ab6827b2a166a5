package dev.unitracker.example.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no client would send, over a socket: each time JSON that says so, and never a word of what is below. */
class RefusedTest {

    private static final int LONG = 1 << 20;

    @TempDir
    private static Path folder;

    private static Served served;

    @BeforeAll
    static void serve() {
        served = Served.upTo(0, folder);
    }

    @AfterAll
    static void end() {
        served.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/items/%zz, 400",
        "/items/%, 400",
        "/items/%ff%fe, 400",
        "/items/%00, 400",
        "/items/%u0041, 400",
        "/../items, 400",
        "/items/../../etc/passwd, 400",
        "/items/%2e%2e/%2e%2e/x, 400",
        "//items, 400",
        "/items;a=b, 404",
        "/items/..;/items, 400",
        "/items\\..\\x, 400",
        "/items/1%2F..%2F2, 400",
        "/accounts/a%2Fb/items, 404",
        "/accounts/%25/items, 404",
        "/accounts/../items, 400",
        "items, 400",
        "*, 400",
        "/items/x/y/z, 404",
        "/items?limit=%zz, 400",
        "/items?limit=%ff%zz, 400",
        "/items?limit=%ff, 400",
        "/items?%ff=1, 400",
        "/items?limit=1&limit=1, 400",
        "/items?limit=1&%6cimit=1, 400",
        "/items?limit, 400",
        "/items?limit=+5, 400",
        "/items?nothing=1, 400",
        "/items?cursor=a%00b, 400"
    })
    void a_bad_address_is_refused(String path, int status) {
        assertRefused(served.asked("GET", path), status);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /items, 405",
        "PUT, /items/5, 405",
        "PATCH, /items/5, 405",
        "DELETE, /items/5/acknowledge, 405",
        "GET, /items/5/done, 405",
        "GET, /sync/run/moodle_forums, 405",
        "OPTIONS, /items, 405",
        "TRACE, /items, 405",
        "BREW, /items, 405",
        "get, /items, 405",
        "BREW, /nowhere, 404",
        "CONNECT, /items, 4",
        "G\u0001T, /items, 400",
        "'', /items, 400"
    })
    void a_bad_method_is_refused(String method, String path, int status) {
        RawHttp.Answered answered = served.asked(method, path);

        assertRefused(answered, status);
        if (answered.status() == 405) {
            assertThat(answered.header("Allow")).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /items HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET /items HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n",
                "GET /items HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n",
                "GET /items HTTP/1.1\r\nHost: a\r\nConnection: close\r\nno header\r\n\r\n",
                "GET /items HTTP/1.1\r\nHost: a\r\nConnection: close\r\nA\u0000B: c\r\n\r\n",
                "GET /items HTTP/1.1\r\nHost: a\r\nConnection: close\r\nA : c\r\n\r\n",
                "GET /items HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: x\r\n\r\n",
                "GET /items HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: -1\r\n\r\n",
                "POST /items/1/done HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n",
                "POST /items/1/done HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n\r\n",
                "GET /items HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: dance\r\nConnection: close\r\n\r\n",
                "GET /items HTTP/9.9\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET /items\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\r\n\r\n",
                "GET /items HTTP/1.1\r\nHost: a\r\nX-HTTP-Method-Override: POST\r\nConnection: close\r\n\r\n",
                "GET /items HTTP/1.1\r\nHost: a\r\nExpect: the unexpected\r\nConnection: close\r\n\r\n"
            })
    void a_bad_head_is_refused(String request) {
        assertRefused(RawHttp.at(served.port()).send(request), 4);
    }

    @Test
    void whoever_wants_a_web_socket_gets_an_answer_instead() {
        RawHttp.Answered answered = RawHttp.at(served.port())
                .send("GET /courses HTTP/1.1\r\nHost: a\r\nSec-WebSocket-Version: 13\r\nUpgrade: websocket\r\n"
                        + "Connection: Upgrade, close\r\n\r\n");

        assertThat(answered.status()).isEqualTo(200);
        assertThat(answered.json()).hasSize(5);
    }

    @Test
    void what_is_too_long_is_refused() {
        String huge = "a".repeat(LONG);

        assertRefused(served.asked("GET", "/items?item_type=" + huge), 414);
        assertRefused(served.asked("GET", "/items/" + huge), 414);
        assertRefused(served.asked("GET", "/items", "X-Long: " + huge), 431);
        assertRefused(served.asked("GET", "/items", "Cookie: a=" + huge), 431);
    }

    @Test
    void a_body_says_nothing_so_it_is_missing_or_empty() {
        String path = "/notifications/dispatch";

        assertThat(body(path, "application/json", "{}").status()).isEqualTo(200);
        assertThat(body(path, "application/json; charset=utf-8", " { } ").status())
                .isEqualTo(200);
        assertThat(body(path, "text/plain", "").status()).isEqualTo(200);
        assertRefused(body(path, "application/json", "{\"a\":1}"), 400);
        assertRefused(body(path, "application/json", "{"), 400);
        assertRefused(body(path, "text/xml", "<a/>"), 415);
        assertRefused(body(path, "application/x-www-form-urlencoded", "a=b"), 415);
        assertRefused(body(path, "multipart/form-data; boundary=x", "--x--"), 415);
        assertRefused(body(path, "application/json", " ".repeat(LONG)), 413);
        assertRefused(
                RawHttp.at(served.port())
                        .send("POST " + path
                                + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                                + "2000\r\n" + " ".repeat(0x2000) + "\r\n0\r\n\r\n"),
                413);
    }

    private static RawHttp.Answered body(String path, String type, String body) {
        return RawHttp.at(served.port())
                .send("POST " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: " + type
                        + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }

    @Test
    void two_requests_in_one_are_two_answers_and_no_request_hides_in_a_body() {
        RawHttp.Answered answered = RawHttp.at(served.port())
                .send(
                        "POST /notifications/dispatch HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 46\r\n"
                                + "Connection: close\r\n\r\nDELETE /items/1/done HTTP/1.1\r\nHost: a\r\n\r\n    ");

        assertRefused(answered, 400);
    }

    @Test
    void mistakes_of_the_program_are_told_nobody_in_its_words() {
        Map<String, Handling> failing = new TreeMap<>(Map.of(
                "/boom/state",
                        asked -> {
                            throw new IllegalStateException("the secret is 1234");
                        },
                "/boom/error",
                        asked -> {
                            throw new StackOverflowError("the secret is 1234");
                        }));
        List<Route> routes = failing.entrySet().stream()
                .map(route -> Route.get(route.getKey(), route.getValue()).ofServer())
                .toList();
        Path other = folder.resolve("other");

        try (Served failed = Served.upTo(0, other, builder -> builder.routes(routes))) {
            for (String path : failing.keySet()) {
                RawHttp.Answered answered = failed.asked("GET", path);

                assertThat(answered.status()).isEqualTo(500);
                assertThat(answered.text("/detail")).contains("went wrong");
                assertThat(answered.body()).doesNotContain("1234", "Exception", "Error");
            }
        }
    }

    /** Checks an answer; a status of one digit stands for any that begins with it. */
    private static void assertRefused(RawHttp.Answered answered, int status) {
        if (status < 10) {
            assertThat(answered.status() / 100).as("%s", answered).isEqualTo(status);
        } else {
            assertThat(answered.status()).as("%s", answered).isEqualTo(status);
        }
        assertThat(answered.header("Content-Type").orElse("")).startsWith("application/json");
        assertThat(answered.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(answered.text("/detail")).isNotBlank();
        assertThat(answered.body()).doesNotContain("Exception", "jetty", "javalin", "<");
        assertThat(answered.header("Server")).isEmpty();
    }
}
