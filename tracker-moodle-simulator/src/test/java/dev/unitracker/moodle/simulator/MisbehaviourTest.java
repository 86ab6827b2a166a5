package dev.unitracker.moodle.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MisbehaviourTest extends Playing {
    private static final String CONTENTS = "core_course_get_contents";
    private static final String FILE = "/webservice/pluginfile.php/49/mod_folder/content/0/Main.java?token=";

    @Test
    void it_fails_once_and_then_behaves() throws Exception {
        moodle.failOnce(Where.function(CONTENTS), Failure.status(503, Duration.ofSeconds(7)));

        HttpResponse<String> first = browser.rest(CONTENTS, "courseid", 2);
        HttpResponse<String> second = browser.rest(CONTENTS, "courseid", 2);

        assertThat(first.statusCode()).isEqualTo(503);
        assertThat(first.headers().firstValue("Retry-After")).hasValue("7");
        assertThat(second.statusCode()).isEqualTo(200);
    }

    @Test
    void it_fails_as_often_as_it_was_told() throws Exception {
        moodle.fail(Where.everything(), Failure.status(429), 2);

        assertThat(browser.rest(CONTENTS, "courseid", 2).statusCode()).isEqualTo(429);
        assertThat(browser.get("/login/token.php").statusCode()).isEqualTo(429);
        assertThat(browser.get("/login/token.php").statusCode()).isEqualTo(200);
        assertThatIllegalArgumentException().isThrownBy(() -> moodle.fail(Where.everything(), Failure.dropped(), 0));
    }

    @Test
    void it_fails_for_ever_until_it_may_behave_again() throws Exception {
        moodle.fail(Where.everything(), Failure.maintenance());

        JsonNode first = browser.call(CONTENTS, "courseid", 2);
        JsonNode login = Json.read(browser.get("/login/token.php").body());
        moodle.clearFailures();
        JsonNode last = browser.call(CONTENTS, "courseid", 2);

        assertThat(first.path("errorcode").asText()).isEqualTo("sitemaintenance");
        assertThat(first.has("exception")).isTrue();
        assertThat(login.path("errorcode").asText()).isEqualTo("sitemaintenance");
        assertThat(login.has("error")).isTrue();
        assertThat(last.isArray()).isTrue();
    }

    @Test
    void only_the_matching_arguments_fail() throws Exception {
        moodle.fail(Where.function(CONTENTS).with("courseid", 4), Failure.error("errorcoursecontextnotvalid"));

        assertThat(browser.call(CONTENTS, "courseid", 4).path("errorcode").asText())
                .isEqualTo("errorcoursecontextnotvalid");
        assertThat(browser.call(CONTENTS, "courseid", 3).isArray()).isTrue();
    }

    @Test
    void an_error_inside_a_batch_ends_it() throws Exception {
        moodle.fail(
                Where.function("mod_assign_get_submission_status").with("assignid", 3), Failure.error("nopermission"));

        JsonNode responses = browser.batch(
                "mod_assign_get_submission_status", "{\"assignid\":2}",
                "mod_assign_get_submission_status", "{\"assignid\":3}",
                "mod_assign_get_submission_status", "{\"assignid\":4}");

        assertThat(responses).hasSize(2);
        assertThat(responses.path(0).path("error").asBoolean()).isFalse();
        assertThat(responses.path(1).path("error").asBoolean()).isTrue();
        JsonNode exception = Json.read(responses.path(1).path("exception").asText());
        assertThat(exception.path("errorcode").asText()).isEqualTo("nopermission");
    }

    @Test
    void a_broken_answer_inside_a_batch_breaks_the_whole_response() throws Exception {
        moodle.failOnce(Where.function(CONTENTS), Failure.status(502));
        moodle.failOnce(Where.function("mod_assign_get_assignments"), Failure.emptyList());
        HttpResponse<String> broken = browser.rest(
                "tool_mobile_call_external_functions",
                "requests[0][function]",
                CONTENTS,
                "requests[0][arguments]",
                "{\"courseid\":2}");

        JsonNode empty = browser.batch("mod_assign_get_assignments", "{}", CONTENTS, "{\"courseid\":2}");

        assertThat(broken.statusCode()).isEqualTo(502);
        assertThat(empty).hasSize(2);
        assertThat(empty.path(0).path("data").asText()).isEqualTo("[]");
    }

    @Test
    void a_faulty_gradebook_is_an_error_inside_a_batch() throws Exception {
        JsonNode responses = browser.batch("core_grades_get_gradeitems", "{\"courseid\":6}");

        assertThat(responses.path(0).path("error").asBoolean()).isTrue();
        assertThat(responses.path(0).path("exception").asText()).contains("generalexceptionmessage");
    }

    @Test
    void a_login_page_takes_the_place_of_data() throws Exception {
        moodle.failOnce(Where.function(CONTENTS), Failure.loginPage());

        HttpResponse<String> answer = browser.rest(CONTENTS, "courseid", 2);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(answer.body()).startsWith("<!DOCTYPE html>");
    }

    @Test
    void half_a_body_is_clean_http() throws Exception {
        String whole = browser.rest(CONTENTS, "courseid", 2).body();
        moodle.failOnce(Where.function(CONTENTS), Failure.truncated());

        String half = browser.rest(CONTENTS, "courseid", 2).body();

        assertThat(half).isEqualTo(whole.substring(0, whole.length() / 2));
        assertThatIllegalArgumentException().isThrownBy(() -> Json.read(half));
    }

    @Test
    void connections_break() {
        moodle.fail(Where.function(CONTENTS).with("courseid", 2), Failure.brokenOff());
        moodle.fail(Where.function(CONTENTS).with("courseid", 3), Failure.dropped());

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> browser.rest(CONTENTS, "courseid", 2));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> browser.rest(CONTENTS, "courseid", 3));
    }

    @Test
    void an_answer_may_be_late() throws Exception {
        moodle.failOnce(Where.function(CONTENTS), Failure.delayed(Duration.ofMillis(80)));
        long before = System.nanoTime();

        HttpResponse<String> answer = browser.rest(CONTENTS, "courseid", 2);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(80));
        assertThat(Json.read(answer.body()).isArray()).isTrue();
    }

    @Test
    void a_client_may_lose_patience_and_the_simulator_does_not_wait_for_itself() {
        moodle.fail(Where.everything(), Failure.delayed(Duration.ofHours(1)));
        HttpRequest impatient = HttpRequest.newBuilder(URI.create(moodle.url()))
                .timeout(Duration.ofMillis(100))
                .build();

        assertThatExceptionOfType(HttpTimeoutException.class)
                .isThrownBy(() -> browser.http().send(impatient, BodyHandlers.discarding()));
        moodle.close();
    }

    @Test
    void a_file_fails_by_a_part_of_its_path() throws Exception {
        moodle.fail(Where.path("/49/mod_folder"), Failure.status(500));

        assertThat(browser.get(FILE + moodle.token()).statusCode()).isEqualTo(500);
        assertThat(browser.get("/webservice/pluginfile.php/25/mod_page/content/index.html?token=" + moodle.token())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void answers_are_edited_on_the_fly_inside_batches_too() throws Exception {
        moodle.answer(Where.function(CONTENTS).with("courseid", 2), text -> text.replace("Avisos", "Novedades"));
        moodle.answer(Where.path("/49/"), text -> text + "// edited");

        String alone = browser.rest(CONTENTS, "courseid", 2).body();
        String batched = browser.batch(CONTENTS, "{\"courseid\":2}").toString();
        String other = browser.rest(CONTENTS, "courseid", 3).body();

        assertThat(alone).contains("Novedades").doesNotContain("\"Avisos\"");
        assertThat(batched).contains("Novedades");
        assertThat(other).doesNotContain("Novedades");
        assertThat(browser.get(FILE + moodle.token()).body()).endsWith("// edited");
    }
}
