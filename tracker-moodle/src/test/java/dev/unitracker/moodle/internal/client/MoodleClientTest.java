package dev.unitracker.moodle.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.unitracker.error.LoginRefusedException;
import dev.unitracker.error.SourceUnavailableException;
import dev.unitracker.spi.Sha256;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoodleClientTest {

    private static final String BUSY =
            "{\"exception\":\"moodle_exception\",\"errorcode\":\"ex_unabletolock\",\"message\":\"\"}";

    private static List<Call> contents(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(id -> Call.to("core_course_get_contents").with("courseid", id))
                .toList();
    }

    private static String good(int id) {
        return "{\"error\":false,\"data\":\"[{\\\"id\\\":" + id + "}]\"}";
    }

    private static String bad(String code) {
        return "{\"error\":true,\"exception\":\"{\\\"errorcode\\\":\\\"" + code + "\\\",\\\"message\\\":\\\"No\\\"}\"}";
    }

    private static String batch(String... responses) {
        return "{\"responses\":[" + String.join(",", responses) + "]}";
    }

    private static List<String> texts(Map<Call, Response> answers) {
        List<String> texts = new ArrayList<>();
        answers.forEach((call, answer) -> texts.add(call.arguments().get("courseid") + " "
                + (answer.error() == null ? answer.json() : answer.error().code())));
        texts.sort(null);
        return texts;
    }

    @Test
    void ten_functions_go_in_one_request_and_the_rest_in_the_next() {
        try (ScriptedSite site = new ScriptedSite()) {
            site.says(
                    batch(IntStream.rangeClosed(1, 10)
                            .mapToObj(MoodleClientTest::good)
                            .toArray(String[]::new)),
                    batch(good(11), good(12)));

            Map<Call, Response> answers = site.client().ask(contents(12));

            assertThat(answers)
                    .hasSize(12)
                    .allSatisfy((call, answer) -> assertThat(
                                    answer.json().path(0).path("id").asInt())
                            .isEqualTo(call.arguments().get("courseid")));
            assertThat(site.received()).hasSize(2);
        }
    }

    @Test
    void what_stood_behind_the_first_error_of_a_batch_is_asked_again() {
        try (ScriptedSite site = new ScriptedSite()) {
            site.says(batch(good(1), bad("nopermission")), batch(good(3), bad("invalidrecord")), "[{\"id\":5}]");

            Map<Call, Response> answers = site.client().ask(contents(5));

            assertThat(texts(answers))
                    .containsExactly(
                            "1 [{\"id\":1}]", "2 nopermission", "3 [{\"id\":3}]", "4 invalidrecord", "5 [{\"id\":5}]");
            assertThat(site.received()).hasSize(3);
        }
    }

    /** Answers are told apart by their place alone: one too many or one too few, and each may be that to another question. */
    @ParameterizedTest
    @MethodSource("batchesOfWrongLength")
    void a_batch_with_more_or_fewer_answers_than_questions_is_asked_one_by_one(String batch) {
        try (ScriptedSite site = new ScriptedSite()) {
            site.says(batch, "[{\"id\":1}]", "[{\"id\":2}]", "[{\"id\":3}]");

            Map<Call, Response> answers = site.client().ask(contents(3));

            assertThat(texts(answers)).containsExactly("1 [{\"id\":1}]", "2 [{\"id\":2}]", "3 [{\"id\":3}]");
        }
    }

    static Stream<String> batchesOfWrongLength() {
        return Stream.of(
                batch(good(1), good(1), good(2), good(2), good(3), good(3)),
                batch(good(2), good(3)),
                batch(good(1), bad("nopermission"), good(2), good(3)));
    }

    @Test
    void a_busy_function_is_asked_three_times_after_the_others_which_are_asked_once() {
        try (ScriptedSite site = new ScriptedSite()) {
            site.says(batch(good(1), bad("ex_unabletolock")), batch(good(3), bad("ex_unabletolock")), BUSY);

            Map<Call, Response> answers = site.client().ask(contents(3));

            assertThat(texts(answers)).containsExactly("1 [{\"id\":1}]", "2 ex_unabletolock", "3 [{\"id\":3}]");
            assertThat(site.received()).hasSize(3);
        }
    }

    /** Moodle escapes all that is not ASCII; what is no UTF-8 is none of its answers. */
    @Test
    void an_answer_with_a_byte_that_is_no_utf8_is_asked_for_once_more_and_then_not_read() {
        try (ScriptedSite site = new ScriptedSite()) {
            Buffer broken = new Buffer()
                    .writeUtf8("[{\"name\":\"Final de ")
                    .writeByte(0xC1)
                    .writeUtf8("lgebra\"}]");
            MockResponse response = new MockResponse.Builder().body(broken).build();
            site.says(response).says(response).says("[{\"name\":\"\uFFFD\"}]");

            Map<Call, Response> unread = site.client().ask(contents(1));
            Map<Call, Response> read = site.client().ask(contents(1));

            assertThat(unread.values()).extracting(answer -> answer.ok()).containsExactly(false);
            assertThat(read.values())
                    .extracting(answer -> answer.json().path(0).path("name").asText())
                    .containsExactly("\uFFFD");
        }
    }

    @Test
    void a_busy_function_that_answers_at_last_is_no_error() {
        try (ScriptedSite site = new ScriptedSite()) {
            site.says(BUSY, BUSY, "[{\"id\":1}]");

            Map<Call, Response> answers = site.client().ask(contents(1));

            assertThat(texts(answers)).containsExactly("1 [{\"id\":1}]");
        }
    }

    @Test
    void more_answers_than_questions_and_answers_that_are_no_json_do_no_harm() {
        try (ScriptedSite site = new ScriptedSite()) {
            site.says(
                    batch(good(1), "{\"error\":false,\"data\":\"<br>Notice\"}", good(3)), "[{\"id\":1}]", "<br>Notice");

            Map<Call, Response> answers = site.client().ask(contents(2));

            assertThat(texts(answers)).containsExactly("1 [{\"id\":1}]", "2 NOT_JSON");
        }
    }

    @Test
    void the_same_question_twice_is_asked_once() {
        try (ScriptedSite site = new ScriptedSite()) {
            site.says("[{\"id\":1}]");

            List<Call> twice = new ArrayList<>(contents(1));
            twice.addAll(contents(1));

            assertThat(site.client().ask(twice)).hasSize(1);
        }
    }

    @Test
    void secrets_travel_in_the_body_and_never_in_the_address() {
        try (ScriptedSite site = new ScriptedSite("/moodle")) {
            site.says("[{\"id\":1}]");

            site.client().ask(contents(1));

            RecordedRequest request = site.received().get(0);
            assertThat(request.getMethod()).isEqualTo("POST");
            assertThat(request.getTarget()).isEqualTo("/moodle/webservice/rest/server.php");
            assertThat(ScriptedSite.form(request))
                    .contains("wstoken=" + ScriptedSite.TOKEN, "moodlewsrestformat=json", "courseid=1");
            assertThat(request.getHeaders().get("User-Agent")).startsWith("Mozilla/5.0");
        }
    }

    @Test
    void texts_are_asked_for_as_the_site_shows_them() {
        try (ScriptedSite site = new ScriptedSite()) {
            site.says(
                    "[{\"id\":1}]",
                    "{\"responses\":[{\"error\":false,\"data\":\"[]\"},{\"error\":false,\"data\":\"[]\"}]}");
            SiteAnswers client = site.client();

            client.ask(contents(1));
            client.ask(contents(2));

            List<RecordedRequest> received = site.received();
            assertThat(ScriptedSite.form(received.get(0)))
                    .contains("moodlewssettingfilter=true")
                    .doesNotContain("moodlewssettinglang");
            assertThat(ScriptedSite.form(received.get(1)))
                    .contains("requests[0][settingfilter]=1", "requests[1][settingfilter]=1");
        }
    }

    @Test
    void texts_are_asked_for_in_the_students_language_and_the_language_in_none() {
        try (ScriptedSite site = new ScriptedSite()) {
            site.says("[{\"id\":1}]", "{\"userid\":3}");
            SiteAnswers client = site.client();
            client.inLanguage("es_mx");

            client.ask(contents(1));
            client.ask(List.of(Call.to("core_webservice_get_site_info")));

            List<RecordedRequest> received = site.received();
            assertThat(ScriptedSite.form(received.get(0))).contains("moodlewssettinglang=es_mx");
            assertThat(ScriptedSite.form(received.get(1))).doesNotContain("moodlewssettinglang");
        }
    }

    @Test
    void of_the_students_profile_nothing_but_the_zone_is_read_or_kept() {
        try (ScriptedSite site = new ScriptedSite()) {
            site.says("[{\"id\":3,\"email\":\"julia@example.edu\",\"timezone\":\"Europe/Madrid\","
                    + "\"preferences\":[{\"name\":\"a\",\"value\":\"b\"}]},{\"email\":\"x\"}]");
            Call profile = Call.to("core_user_get_users_by_field").with("field", "id");

            Response answer = site.client().ask(List.of(profile)).get(profile);

            assertThat(Objects.requireNonNull(answer).json().toString())
                    .isEqualTo("[{\"timezone\":\"Europe/Madrid\"},{}]");
            assertThat(site.look.answers()).hasSize(1);
        }
    }

    @Test
    void a_password_reaches_the_site_letter_by_letter() {
        try (ScriptedSite site = new ScriptedSite()) {
            site.says("{\"token\":\"fresh0fresh0\",\"privatetoken\":null}", "[{\"id\":1}]");

            site.client(new Credentials(null, "julia", "Ñandú+20% &=?#", "moodle_mobile_app"))
                    .ask(contents(1));

            List<RecordedRequest> received = site.received();
            assertThat(received.get(0).getTarget()).isEqualTo("/login/token.php");
            assertThat(ScriptedSite.form(received.get(0))).contains("password=Ñandú+20% &=?#");
            assertThat(ScriptedSite.form(received.get(1))).contains("wstoken=fresh0fresh0");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void a_redirect_is_not_followed_and_nothing_secret_is_sent_there(int status) {
        try (ScriptedSite site = new ScriptedSite();
                ScriptedSite other = new ScriptedSite()) {
            site.says(new MockResponse.Builder()
                    .code(status)
                    .addHeader("Location", other.address() + "/webservice/rest/server.php")
                    .build());

            assertThatExceptionOfType(SourceUnavailableException.class)
                    .isThrownBy(() -> site.client().ask(contents(1)))
                    .withMessageContaining("sends us to another address; set the site's address to the one");
            assertThat(other.server.getRequestCount()).isZero();
        }
    }

    @Test
    void a_packed_answer_is_unpacked() throws Exception {
        try (ScriptedSite site = new ScriptedSite();
                Buffer packed = new Buffer()) {
            try (var sink = Okio.buffer(new GzipSink(packed))) {
                sink.writeUtf8("[{\"id\":1}]");
            }
            site.says(new MockResponse.Builder()
                    .addHeader("Content-Encoding", "gzip")
                    .body(packed)
                    .build());

            assertThat(texts(site.client().ask(contents(1)))).containsExactly("1 [{\"id\":1}]");
        }
    }

    @Test
    void half_an_answer_is_asked_again_once() {
        try (ScriptedSite site = new ScriptedSite()) {
            site.says("[{\"id\":", "[{\"id\":1}]");

            assertThat(texts(site.client().ask(contents(1)))).containsExactly("1 [{\"id\":1}]");
        }
    }

    @Test
    void the_servers_clock_is_that_of_its_first_answer() {
        try (ScriptedSite site = new ScriptedSite()) {
            site.says(new MockResponse.Builder()
                    .addHeader("Date", "Sun, 22 Nov 2026 09:38:49 GMT")
                    .body("[{\"id\":1}]")
                    .build());
            SiteAnswers client = site.client();

            Optional<Instant> before = client.serverTime();
            client.ask(contents(1));

            assertThat(before).isEmpty();
            assertThat(client.serverTime()).contains(Instant.parse("2026-11-22T09:38:49Z"));
        }
    }

    @Test
    void an_answer_is_kept_as_it_came() {
        try (ScriptedSite site = new ScriptedSite()) {
            site.says("[ {\"id\":1,  \"name\":\"\\u00e1\\/\"} ]");

            Response answer = site.client().ask(contents(1)).values().iterator().next();

            assertThat(site.look.answers()).hasSize(1);
            assertThat(answer.artifact())
                    .isEqualTo(Sha256.of("[ {\"id\":1,  \"name\":\"\\u00e1\\/\"} ]".getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void a_file_is_saved(@TempDir Path folder) throws Exception {
        try (ScriptedSite site = new ScriptedSite("/moodle")) {
            site.says("Guía 1");
            Path target = folder.resolve("file");

            Downloaded downloaded = site.client()
                    .download(site.address() + "/webservice/pluginfile.php/1/a.txt", target, FileTerms.upTo(100));

            assertThat(downloaded.error()).isNull();
            assertThat(downloaded.artifact()).isEqualTo(Sha256.of("Guía 1".getBytes(StandardCharsets.UTF_8)));
            assertThat(Files.readString(target)).isEqualTo("Guía 1");
        }
    }

    @Test
    void a_student_s_own_json_file_is_no_error(@TempDir Path folder) {
        try (ScriptedSite site = new ScriptedSite()) {
            site.says("{\"error\":\"measured in the lab\",\"message\":\"data\"}");

            assertThat(site.client()
                            .download(
                                    site.address() + "/pluginfile.php/f.json",
                                    folder.resolve("file"),
                                    FileTerms.upTo(1000))
                            .error())
                    .isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5000})
    void an_error_in_place_of_a_file_is_one_however_long(int stackTrace, @TempDir Path folder) {
        try (ScriptedSite site = new ScriptedSite()) {
            site.says("{\"error\":\"Not found\",\"errorcode\":\"filenotfound\",\"stacktrace\":\""
                    + "#0 x".repeat(stackTrace) + "\"}");

            assertThat(site.client()
                            .download(
                                    site.address() + "/pluginfile.php?file=/a.pdf",
                                    folder.resolve("file"),
                                    FileTerms.upTo(100_000))
                            .error())
                    .isNotNull();
        }
    }

    @Test
    void a_file_of_another_host_or_of_another_program_is_not_asked_for(@TempDir Path folder) {
        try (ScriptedSite site = new ScriptedSite("/moodle");
                ScriptedSite other = new ScriptedSite()) {
            SiteAnswers client = site.client();
            List<String> links = List.of(
                    other.address() + "/webservice/pluginfile.php/1/a.txt",
                    site.address().replace("/moodle", "/wiki") + "/a.txt",
                    site.address().replace("http:", "https:") + "/a.txt",
                    "no link");

            for (String link : links) {
                assertThatExceptionOfType(SourceUnavailableException.class)
                        .isThrownBy(() -> client.download(link, folder.resolve("file"), FileTerms.upTo(100)))
                        .withMessage("a file lies on another site and is not downloaded");
            }
            assertThat(site.server.getRequestCount() + other.server.getRequestCount())
                    .isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login/logout.php",
                "/login/logout.php/webservice/pluginfile.php/1/a.txt",
                "/webservice/pluginfile.php/../../login/logout.php",
                "/webservice/pluginfile.php/%2e%2e/rest/server.php",
                "/webservice/rest/server.php?file=/webservice/pluginfile.php/1/a.txt",
                "/webservice/pluginfile.php.html",
                "/mypluginfile.php/1/a.txt",
                "/a.txt"
            })
    void the_token_goes_only_to_where_the_site_keeps_files(String path, @TempDir Path folder) {
        try (ScriptedSite site = new ScriptedSite("/moodle")) {
            SiteAnswers client = site.client();

            assertThatExceptionOfType(SourceUnavailableException.class)
                    .isThrownBy(
                            () -> client.download(site.address() + path, folder.resolve("file"), FileTerms.upTo(100)))
                    .withMessage("a file's link does not lead to where the site keeps files, and is not followed");
            assertThat(site.server.getRequestCount()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("echoes")
    void a_refused_login_that_repeats_the_request_does_not_show_the_password(String password, String echo) {
        try (ScriptedSite site = new ScriptedSite()) {
            site.says(Json.write(Map.of("error", "failed for " + echo, "errorcode", "wsaccessusernologin")));
            SiteAnswers client = site.client(new Credentials(null, "student", password, "moodle_mobile_app"));

            assertThatExceptionOfType(LoginRefusedException.class)
                    .isThrownBy(() -> client.ask(contents(1)))
                    .withMessage("the site refused the login of student: wsaccessusernologin");
        }
    }

    @ParameterizedTest
    @MethodSource("echoes")
    void a_login_that_failed_and_repeats_the_request_does_not_show_the_password(String password, String echo) {
        try (ScriptedSite site = new ScriptedSite()) {
            site.says(Json.write(Map.of("error", "failed for " + echo, "errorcode", "whatever")));
            SiteAnswers client = site.client(new Credentials(null, "student", password, "moodle_mobile_app"));

            assertThatExceptionOfType(SourceUnavailableException.class)
                    .isThrownBy(() -> client.ask(contents(1)))
                    .withMessage("the site could not log student in: whatever; it will be tried again on the next run");
        }
    }

    @Test
    void a_code_that_repeats_the_request_is_not_shown_either() {
        try (ScriptedSite site = new ScriptedSite()) {
            site.says("{\"error\":\"no\",\"errorcode\":\"password=ab1\"}");
            SiteAnswers client = site.client(new Credentials(null, "student", "ab1", "moodle_mobile_app"));

            assertThatExceptionOfType(SourceUnavailableException.class)
                    .isThrownBy(() -> client.ask(contents(1)))
                    .withMessage(
                            "the site could not log student in: unknown (no); it will be tried again on the next run");
        }
    }

    @Test
    void what_a_site_says_of_a_login_without_repeating_it_is_shown() {
        try (ScriptedSite site = new ScriptedSite()) {
            site.says("{\"error\":\"The library's plugin locked this account.\",\"errorcode\":\"locked\"}");
            SiteAnswers client = site.client(new Credentials(null, "student", "ab1", "moodle_mobile_app"));

            assertThatExceptionOfType(SourceUnavailableException.class)
                    .isThrownBy(() -> client.ask(contents(1)))
                    .withMessageContaining("locked (The library's plugin locked this account.)");
        }
    }

    static Stream<Arguments> echoes() {
        return Stream.of("SECRETpassword99", "Ñandú+20% &=?#\"/", "ab1", "xyz")
                .flatMap(password -> Stream.of(
                                "service=moodle_mobile_app&password=" + password + "&username=student",
                                "'" + password + "'",
                                "pw " + URLEncoder.encode(password, StandardCharsets.UTF_8),
                                "pw "
                                        + URLEncoder.encode(password, StandardCharsets.UTF_8)
                                                .replace("+", "%20")
                                                .toLowerCase(Locale.ROOT),
                                Json.write(Map.of("password", password)),
                                "pw " + password.replace("&", "&amp;").replace("\"", "&quot;"))
                        .map(echo -> arguments(password, echo)));
    }

    @Test
    void a_file_that_is_larger_than_allowed_is_given_up(@TempDir Path folder) {
        try (ScriptedSite site = new ScriptedSite()) {
            site.says("x".repeat(5000));

            assertThatExceptionOfType(SourceUnavailableException.class)
                    .isThrownBy(() -> site.client()
                            .download(
                                    site.address() + "/webservice/pluginfile.php/a",
                                    folder.resolve("file"),
                                    FileTerms.upTo(2000)))
                    .withMessage("a file is larger than 2000 bytes and was not read");
        }
    }
}
