package dev.unitracker.moodle.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RebaseTest extends Playing {
    private static final Duration LATER = Duration.ofDays(400).plusHours(3);

    @BeforeEach
    void rebase() {
        moodle.rebaseTo(DEMO.recordedAt(0).plus(LATER).plusMillis(700));
    }

    @Test
    void the_clock_moves_with_the_answers() throws Exception {
        HttpResponse<String> answer = browser.rest("core_webservice_get_site_info");

        Instant now = Instant.ofEpochSecond(1795340329 + 30).plus(LATER);
        assertThat(moodle.now()).isEqualTo(now);
        assertThat(answer.headers().firstValue("Date")).hasValue("Mon, 27 Dec 2027 12:39:19 GMT");
    }

    @Test
    void times_move_and_nothing_else() throws Exception {
        JsonNode recorded = browser.body(DEMO, 0, "ws/mod_assign_get_assignments/all.json");

        JsonNode answer = browser.call("mod_assign_get_assignments");

        JsonNode before = assignment(recorded, 1);
        JsonNode after = assignment(answer, 1);
        assertThat(after.path("duedate").asLong())
                .isEqualTo(before.path("duedate").asLong() + LATER.toSeconds());
        assertThat(after.path("id")).isEqualTo(before.path("id"));
        assertThat(after.path("cmid")).isEqualTo(before.path("cmid"));
        assertThat(answer.findValuesAsText("duedate").stream().filter("0"::equals))
                .hasSameSizeAs(recorded.findValuesAsText("duedate").stream()
                        .filter("0"::equals)
                        .toList())
                .isNotEmpty();
        assertThat(back(answer)).isEqualTo(recorded);
    }

    @Test
    void every_answer_is_the_recorded_one_when_shifted_back() throws Exception {
        for (String path : List.of(
                "ws/core_course_get_contents/courseid=2.json",
                "ws/mod_assign_get_submission_status/assignid=3.json",
                "ws/gradereport_user_get_grade_items/courseid=5.json",
                "ws/mod_forum_get_forum_discussions/forumid=4.json")) {
            String[] pair =
                    path.substring(path.lastIndexOf('/') + 1, path.length() - 5).split("=", -1);
            String function = path.split("/", -1)[1];

            JsonNode answer = function.startsWith("gradereport")
                    ? browser.call(function, pair[0], pair[1], "userid", 3)
                    : browser.call(function, pair[0], pair[1]);

            JsonNode recorded = browser.body(DEMO, 0, path);
            assertThat(answer).isNotEqualTo(recorded);
            assertThat(back(answer)).isEqualTo(recorded);
        }
    }

    @Test
    void times_inside_custom_data_move_too() throws Exception {
        JsonNode recorded = browser.body(DEMO, 0, "ws/core_course_get_contents/courseid=2.json");

        JsonNode answer = browser.call("core_course_get_contents", "courseid", 2);

        JsonNode before = Json.read(customData(recorded));
        JsonNode after = Json.read(customData(answer));
        assertThat(after.path("duedate").asLong())
                .isEqualTo(before.path("duedate").asLong() + LATER.toSeconds());
        assertThat(after.path("cutoffdate").getNodeType())
                .isEqualTo(before.path("cutoffdate").getNodeType());
    }

    @Test
    void the_calendar_is_asked_in_shifted_time_and_answers_in_it() throws Exception {
        long now = moodle.now().getEpochSecond();

        JsonNode events = browser.call(
                        "core_calendar_get_calendar_events",
                        "events[courseids][0]",
                        5,
                        "options[timestart]",
                        now,
                        "options[timeend]",
                        now + Duration.ofDays(60).toSeconds())
                .path("events");
        String calendar = browser.get("/calendar/export_execute.php?userid=3&preset_what=all&preset_time=custom"
                        + "&authtoken=00000000000000000000000000000000000000ee")
                .body();

        assertThat(events).isNotEmpty();
        assertThat(events)
                .allSatisfy(event -> assertThat(event.path("timestart").asLong())
                        .isBetween(now, now + Duration.ofDays(60).toSeconds()));
        assertThat(calendar)
                .contains("DTSTART:20271225T060000Z", "DTEND:20271225T060000Z")
                .doesNotContain("DTSTART:2026", "DTEND:2026", "DTSTAMP:2026", "LAST-MODIFIED:2026");
    }

    private static JsonNode back(JsonNode answer) {
        return Json.read(Json.text(new TimeShift(LATER.negated()).json(answer)));
    }

    private static JsonNode assignment(JsonNode answer, long id) {
        return answer.path("courses")
                .valueStream()
                .flatMap(course -> course.path("assignments").valueStream())
                .filter(each -> each.path("id").asLong() == id)
                .findFirst()
                .orElseThrow();
    }

    private static String customData(JsonNode contents) {
        return contents.findValuesAsText("customdata").stream()
                .filter(data -> data.contains("cutoffdate"))
                .findFirst()
                .orElseThrow();
    }
}
