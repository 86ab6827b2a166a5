package dev.unitracker.moodle.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RestTest extends Playing {
    private static final String REST = "/webservice/rest/server.php";

    @Test
    void an_unknown_token_is_refused_in_the_recorded_words() throws Exception {
        String query = Browser.form(
                "wstoken", "wrong", "wsfunction", "core_webservice_get_site_info", "moodlewsrestformat", "json");

        HttpResponse<String> answer = browser.get(REST + "?" + query);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Json.read(answer.body())).isEqualTo(browser.body(DEMO, 0, "errors/invalidtoken.200.txt"));
    }

    @Test
    void who_does_not_ask_for_json_gets_the_recorded_xml() throws Exception {
        HttpResponse<String> answer = browser.post(REST, "wsfunction", "core_webservice_get_site_info");

        assertThat(answer.body()).isEqualTo(recorded("errors/rest-xml-default.200.txt"));
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/xml; charset=utf-8");
    }

    @Test
    void answers_are_written_as_php_writes_them() throws Exception {
        HttpResponse<String> answer = browser.rest("core_user_get_users");

        assertThat(answer.body()).isEqualTo(recorded("ws/core_user_get_users/error-not-in-service.json"));
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    }

    @Test
    void fields_of_query_and_form_are_merged() throws Exception {
        String query = Browser.form("wsfunction", "core_course_get_contents", "moodlewsrestformat", "json");

        HttpResponse<String> answer = browser.post(REST + "?" + query, "wstoken", moodle.token(), "courseid", 4);

        assertThat(Json.read(answer.body()))
                .isEqualTo(browser.body(DEMO, 0, "ws/core_course_get_contents/courseid=4.json"));
    }

    @Test
    void a_parameter_that_moodle_does_not_know_is_refused() throws Exception {
        JsonNode unexpected = browser.call("core_course_get_contents", "courseid", 4, "sectionid", 1);
        JsonNode missing = browser.call("core_course_get_contents");
        JsonNode wrongType = browser.call("core_course_get_contents", "courseid", "four");
        JsonNode word = browser.call("core_enrol_get_users_courses", "userid", 3, "returnusercount", "true");
        JsonNode option = browser.call("core_calendar_get_calendar_events", "options[colour]", "red");

        assertThat(errorcode(unexpected)).isEqualTo("invalidparameter");
        assertThat(errorcode(missing)).isEqualTo("invalidparameter");
        assertThat(errorcode(wrongType)).isEqualTo("invalidparameter");
        assertThat(errorcode(word)).isEqualTo("invalidparameter");
        assertThat(errorcode(option)).isEqualTo("invalidparameter");
    }

    @Test
    void an_unknown_option_of_contents_is_refused() throws Exception {
        String name = "options[0][name]";
        String value = "options[0][value]";

        JsonNode known = browser.call("core_course_get_contents", "courseid", 4, name, "excludecontents", value, 0);
        JsonNode unknown = browser.call("core_course_get_contents", "courseid", 4, name, "colour", value, "red");

        assertThat(known.isArray()).isTrue();
        assertThat(errorcode(unknown)).isEqualTo("errorinvalidparam");
    }

    @Test
    void only_the_students_own_things_are_told() throws Exception {
        assertThat(errorcode(browser.call("gradereport_user_get_grade_items", "courseid", 2)))
                .isEqualTo("nopermission");
        assertThat(errorcode(browser.call("gradereport_user_get_grade_items", "courseid", 2, "userid", 4)))
                .isEqualTo("nopermission");
        assertThat(errorcode(browser.call("mod_assign_get_submission_status", "assignid", 1, "userid", 4)))
                .isEqualTo("nopermission");
        assertThat(errorcode(browser.call("core_enrol_get_users_courses", "userid", 4)))
                .isEqualTo("invalidrecord");
    }

    @Test
    void what_was_never_there_is_no_record() throws Exception {
        assertThat(errorcode(browser.call("core_course_get_contents", "courseid", 99)))
                .isEqualTo("invalidrecord");
        assertThat(errorcode(browser.call("mod_assign_get_submission_status", "assignid", 99)))
                .isEqualTo("invalidrecord");
        assertThat(errorcode(browser.call("mod_forum_get_forum_discussions", "forumid", 99)))
                .isEqualTo("invalidrecord");
        assertThat(errorcode(browser.call("mod_forum_get_discussion_posts", "discussionid", 99)))
                .isEqualTo("invalidrecord");
        assertThat(errorcode(browser.call("core_message_get_conversations", "userid", 3)))
                .isEqualTo("notrecorded");
    }

    @Test
    void an_expired_token_is_refused_differently_the_second_time_and_a_login_helps() throws Exception {
        String before = moodle.token();
        String query = Browser.form(
                "wstoken", before, "wsfunction", "core_webservice_get_site_info", "moodlewsrestformat", "json");
        moodle.revokeToken();

        JsonNode first = Json.read(browser.get(REST + "?" + query).body());
        JsonNode second = Json.read(browser.get(REST + "?" + query).body());

        assertThat(errorcode(first)).isEqualTo("accessexception");
        assertThat(errorcode(second)).isEqualTo("invalidtoken");
        assertThat(moodle.token()).isNotEqualTo(before).hasSize(32);
        assertThat(errorcode(browser.call("core_webservice_get_site_info"))).isEmpty();
    }

    @Test
    void a_site_may_lack_a_function_or_a_parameter() throws Exception {
        moodle.removeFunction("core_course_get_updates_since");
        moodle.removeParameter("core_enrol_get_users_courses", "returnusercount");

        JsonNode info = browser.call("core_webservice_get_site_info");
        JsonNode removed = browser.call("core_course_get_updates_since", "courseid", 2, "since", 0);
        JsonNode tooNew = browser.call("core_enrol_get_users_courses", "userid", 3, "returnusercount", 0);
        JsonNode old = browser.call("core_enrol_get_users_courses", "userid", 3);

        assertThat(info.path("functions").findValuesAsText("name"))
                .contains("core_course_get_contents")
                .doesNotContain("core_course_get_updates_since");
        assertThat(errorcode(removed)).isEqualTo("accessexception");
        assertThat(errorcode(tooNew)).isEqualTo("invalidparameter");
        assertThat(old).hasSize(5);
    }

    @Test
    void the_date_is_the_sites_own() throws Exception {
        HttpResponse<String> answer = browser.rest("core_webservice_get_site_info");

        assertThat(answer.headers().firstValue("Date")).hasValue("Sun, 22 Nov 2026 09:39:19 GMT");
        assertThat(moodle.now()).isEqualTo(DEMO.recordedAt(0).plusSeconds(30));
    }

    @Test
    void no_trace_of_the_recorded_host_is_left() throws Exception {
        String info = browser.rest("core_webservice_get_site_info").body();
        String events = browser.rest("core_calendar_get_action_events_by_timesort", "limitnum", 50)
                .body();

        assertThat(info + events).doesNotContain("moodle.example.test").doesNotContain("https:\\/\\/127");
        assertThat(info).contains("\"siteurl\":\"" + moodle.url().replace("/", "\\/") + "\"");
    }

    @Test
    void every_other_path_is_not_found() throws Exception {
        HttpResponse<String> answer = browser.get("/my/");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body().toLowerCase(Locale.ROOT)).startsWith("<!doctype html>");
    }

    private static String errorcode(JsonNode answer) {
        return answer.path("errorcode").asText();
    }

    private static String recorded(String path) {
        return DEMO.step(0).text(path).orElseThrow();
    }
}
