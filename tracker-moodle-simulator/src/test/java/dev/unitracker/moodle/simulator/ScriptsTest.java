package dev.unitracker.moodle.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Login, files, calendar and public configuration. */
class ScriptsTest extends Playing {
    private static final String PDF = "24/mod_resource/content/0/Cronograma CALCULO I 2do. Cuat. 2026.pdf";
    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @Test
    void a_login_gives_the_recorded_token() throws Exception {
        JsonNode posted = Json.read(login(moodle.username(), moodle.password(), "moodle_mobile_app"));
        String query =
                Browser.form("username", " JPerez", "password", moodle.password(), "service", "moodle_mobile_app");
        JsonNode gotten = Json.read(browser.get("/login/token.php?" + query).body());

        assertThat(posted).isEqualTo(browser.body(DEMO, 0, "login/token-ok.json"));
        assertThat(gotten).isEqualTo(posted);
        assertThat(moodle.token()).isEqualTo("0000000000000000000000000000aaaa");
        assertThat(moodle.logins()).isEqualTo(2);
    }

    @Test
    void a_login_is_refused_in_the_recorded_words() throws Exception {
        assertThat(login(moodle.username(), "guess", "moodle_mobile_app"))
                .isEqualTo(recorded("errors/token-bad-password.200.txt"));
        assertThat(login(moodle.username(), moodle.password(), "other"))
                .isEqualTo(recorded("errors/token-bad-service.200.txt"));
        assertThat(browser.post("/login/token.php").body()).isEqualTo(recorded("errors/token-missing.200.txt"));
        assertThat(moodle.logins()).isEqualTo(3);
    }

    @Test
    void a_site_check_is_no_login() throws Exception {
        String answer = browser.post("/login/token.php", "appsitecheck", 1).body();

        assertThat(answer).isEqualTo("{\"appsitecheck\":\"ok\"}");
        assertThat(moodle.logins()).isZero();
    }

    @Test
    void a_file_is_served_by_token_and_by_key() throws Exception {
        String file = encoded(PDF);

        HttpResponse<byte[]> byToken =
                browser.download("/webservice/pluginfile.php/" + file + "?forcedownload=1&token=" + moodle.token());
        HttpResponse<byte[]> byKey = browser.download("/tokenpluginfile.php/" + KEY + "/" + file);

        assertThat(byToken.body()).isEqualTo(DEMO.step(0).bytes("files/" + PDF).orElseThrow());
        assertThat(byToken.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(byKey.body()).isEqualTo(byToken.body());
    }

    @Test
    void a_file_without_a_good_token_is_json_with_http_200() throws Exception {
        HttpResponse<String> missing = browser.get("/webservice/pluginfile.php/" + encoded(PDF));
        HttpResponse<String> wrong = browser.get("/webservice/pluginfile.php/" + encoded(PDF) + "?token=x");
        HttpResponse<String> wrongKey = browser.get("/tokenpluginfile.php/x/" + encoded(PDF));

        assertThat(missing.statusCode()).isEqualTo(200);
        assertThat(missing.body()).isEqualTo(recorded("errors/pluginfile-notoken.200.txt"));
        assertThat(wrong.statusCode()).isEqualTo(200);
        assertThat(wrong.body()).contains("\"errorcode\":\"invalidtoken\"");
        assertThat(wrongKey.statusCode()).isEqualTo(404);
    }

    @Test
    void a_replaced_file_is_found_under_its_new_revision_only() throws Exception {
        moodle.moveTo(2);

        HttpResponse<String> old =
                browser.get("/webservice/pluginfile.php/" + encoded(PDF) + "?token=" + moodle.token());
        HttpResponse<byte[]> current = browser.download("/webservice/pluginfile.php/"
                + encoded(PDF.replace("content/0", "content/2")) + "?token=" + moodle.token());

        assertThat(old.statusCode()).isEqualTo(404);
        assertThat(old.body()).contains("filenotfound");
        assertThat(current.statusCode()).isEqualTo(200);
        assertThat(current.body())
                .isNotEqualTo(DEMO.step(0).bytes("files/" + PDF).orElseThrow());
    }

    @Test
    void the_calendar_is_exported_with_its_own_token() throws Exception {
        HttpResponse<String> good = browser.get(calendar("00000000000000000000000000000000000000ee", "all"));
        HttpResponse<String> bad = browser.get(calendar("0", "all"));
        HttpResponse<String> nothing = browser.get(calendar("00000000000000000000000000000000000000ee", "rooms"));

        String authority = moodle.url().substring("http://".length());
        assertThat(good.body())
                .isEqualTo(recorded("ics/all-custom.ics").replace("moodle.example.test", authority))
                .contains("\r\nUID:12@" + authority);
        assertThat(good.headers().firstValue("Content-Type")).hasValue("text/calendar; charset=utf-8");
        assertThat(bad.statusCode()).isEqualTo(200);
        assertThat(bad.body()).isEqualTo(recorded("ics/bad-token.html"));
        assertThat(nothing.body()).isEqualTo("no export");
    }

    @Test
    void anybody_may_read_the_public_configuration() throws Exception {
        String path = "/lib/ajax/service-nologin.php";
        String body = "[{\"index\":0,\"methodname\":\"tool_mobile_get_public_config\",\"args\":{}}]";
        HttpRequest request = HttpRequest.newBuilder(URI.create(moodle.url() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();

        JsonNode answer =
                Json.read(browser.http().send(request, BodyHandlers.ofString()).body());

        assertThat(answer.path(0).path("error").asBoolean()).isFalse();
        JsonNode config = answer.path(0).path("data");
        assertThat(config.path("wwwroot").asText()).isEqualTo(moodle.url());
        assertThat(config.path("enablemobilewebservice").asInt()).isEqualTo(1);
        assertThat(config.path("typeoflogin").asInt()).isEqualTo(1);
    }

    @Test
    void anything_else_wants_a_login() throws Exception {
        String args = URLEncoder.encode(
                "[{\"index\":0,\"methodname\":\"core_course_get_contents\",\"args\":{}}]", StandardCharsets.UTF_8);

        JsonNode answer = Json.read(
                browser.get("/lib/ajax/service-nologin.php?args=" + args).body());

        assertThat(answer.path(0).path("exception").path("errorcode").asText()).isEqualTo("servicerequireslogin");
    }

    private String login(String username, String password, String service) throws Exception {
        return browser.post("/login/token.php", "username", username, "password", password, "service", service)
                .body();
    }

    private static String calendar(String token, String what) {
        return "/calendar/export_execute.php?"
                + Browser.form("userid", 3, "authtoken", token, "preset_what", what, "preset_time", "custom");
    }

    private static String encoded(String path) {
        return path.replace(" ", "%20");
    }

    private static String recorded(String path) {
        return DEMO.step(0).text(path).orElseThrow();
    }
}
