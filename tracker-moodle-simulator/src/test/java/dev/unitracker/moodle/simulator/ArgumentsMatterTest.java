package dev.unitracker.moodle.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers that are computed from the recorded ones. */
class ArgumentsMatterTest extends Playing {

    @Test
    void assignments_and_modules_are_those_of_the_courses_asked_for() throws Exception {
        JsonNode assignments = browser.call("mod_assign_get_assignments", "courseids[0]", 5, "courseids[1]", 2);
        JsonNode quizzes = browser.call("mod_quiz_get_quizzes_by_courses", "courseids[]", 2);
        JsonNode none = browser.call("mod_quiz_get_quizzes_by_courses", "courseids[0]", 3);
        JsonNode forums = browser.call("mod_forum_get_forums_by_courses", "courseids[0]", 2);
        JsonNode all = browser.call("mod_forum_get_forums_by_courses");

        assertThat(ids(assignments.path("courses"))).containsExactlyInAnyOrder(2L, 5L);
        assertThat(quizzes.path("quizzes").findValuesAsText("course"))
                .isNotEmpty()
                .containsOnly("2");
        assertThat(none.path("quizzes")).isEmpty();
        assertThat(forums.findValuesAsText("course")).containsOnly("2");
        assertThat(all).hasSize(5);
    }

    @Test
    void a_course_of_others_is_a_warning() throws Exception {
        JsonNode quizzes = browser.call("mod_quiz_get_quizzes_by_courses", "courseids[0]", 2, "courseids[1]", 77);

        assertThat(quizzes.path("warnings").findValuesAsText("itemid")).containsExactly("77");
    }

    @Test
    void courses_come_without_a_head_count_on_demand() throws Exception {
        JsonNode counted = browser.call("core_enrol_get_users_courses", "userid", 3);
        JsonNode uncounted = browser.call("core_enrol_get_users_courses", "userid", 3, "returnusercount", 0);

        assertThat(counted.findValues("enrolledusercount")).hasSize(5);
        assertThat(uncounted.findValues("enrolledusercount")).isEmpty();
        assertThat(ids(uncounted)).isEqualTo(ids(counted));
    }

    @Test
    void discussions_are_paged_only_if_asked() throws Exception {
        List<Long> all = ids(discussions("forumid", 4));
        List<Long> paged = new ArrayList<>();
        for (int page = 0; page < 4; page++) {
            JsonNode slice = discussions("forumid", 4, "page", page, "perpage", 8);
            assertThat(slice).hasSizeLessThanOrEqualTo(8);
            paged.addAll(ids(slice));
        }

        assertThat(all).hasSize(30);
        assertThat(paged).isEqualTo(all);
        assertThat(discussions("forumid", 4, "page", -1, "perpage", 8)).hasSize(30);
        assertThat(discussions("forumid", 4, "page", 4, "perpage", 8)).isEmpty();
    }

    @Test
    void posts_that_were_not_recorded_are_made_of_the_discussion() throws Exception {
        JsonNode first = discussions("forumid", 4).path(5);
        JsonNode recorded = browser.call("mod_forum_get_discussion_posts", "discussionid", 1);

        JsonNode made = browser.call(
                "mod_forum_get_discussion_posts",
                "discussionid",
                first.path("discussion").asText());

        JsonNode post = made.path("posts").path(0);
        assertThat(made.path("posts")).hasSize(1);
        assertThat(post.path("message")).isEqualTo(first.path("message"));
        assertThat(post.path("id")).isEqualTo(first.path("id"));
        assertThat(made.path("forumid").asInt()).isEqualTo(4);
        assertThat(made.path("ratinginfo").path("contextid").asInt()).isPositive();
        assertThat(fields(made)).isEqualTo(fields(recorded));
        assertThat(fields(post)).isEqualTo(fields(recorded.path("posts").path(0)));
        assertThat(fields(post.path("urls")))
                .isEqualTo(fields(recorded.path("posts").path(0).path("urls")));
    }

    @Test
    void posts_are_sorted_as_asked() throws Exception {
        JsonNode oldestFirst = browser.call(
                "mod_forum_get_discussion_posts",
                "discussionid",
                1,
                "sortby",
                "created",
                "sortdirection",
                "ASC",
                "includeinlineattachment",
                1);

        assertThat(ids(oldestFirst.path("posts"))).containsExactly(1L, 2L);
    }

    @Test
    void events_are_those_of_the_courses_kinds_and_times_asked_for() throws Exception {
        JsonNode nothing = events("options[userevents]", 0, "options[siteevents]", 0);
        JsonNode mine = events("options[siteevents]", 0);
        JsonNode site = events("options[userevents]", 0);
        JsonNode oneCourse = events("options[userevents]", 0, "options[siteevents]", 0, "events[courseids][0]", 5);
        JsonNode later = events("events[courseids][0]", 5, "options[timestart]", 1795340329, "options[timeend]", 0);
        JsonNode byId = events("options[userevents]", 0, "options[siteevents]", 0, "events[eventids][0]", 25);

        assertThat(nothing).isEmpty();
        assertThat(mine.findValuesAsText("courseid")).containsOnly("0");
        assertThat(site.findValuesAsText("courseid")).containsOnly("1");
        assertThat(oneCourse.findValuesAsText("courseid")).isNotEmpty().containsOnly("5");
        assertThat(later)
                .isNotEmpty()
                .allSatisfy(
                        event -> assertThat(event.path("timestart").asLong()).isGreaterThanOrEqualTo(1795340329));
        assertThat(ids(byId)).containsExactly(25L);
    }

    @Test
    void the_time_line_is_read_page_by_page() throws Exception {
        JsonNode all = browser.call("core_calendar_get_action_events_by_timesort", "limitnum", 50);
        JsonNode first = browser.call("core_calendar_get_action_events_by_timesort", "limitnum", 4);
        JsonNode second = browser.call(
                "core_calendar_get_action_events_by_timesort",
                "limitnum",
                4,
                "aftereventid",
                first.path("lastid").asText());

        List<Long> ids = ids(all.path("events"));
        assertThat(ids(first.path("events"))).isEqualTo(ids.subList(0, 4));
        assertThat(ids(second.path("events"))).isEqualTo(ids.subList(4, 8));
    }

    @Test
    void the_time_line_refuses_a_user_and_a_wrong_limit() throws Exception {
        String function = "core_calendar_get_action_events_by_timesort";

        assertThat(browser.call(function, "userid", 3).path("errorcode").asText())
                .isEqualTo("nopermission");
        assertThat(browser.call(function, "limitnum", 51).path("errorcode").asText())
                .isEqualTo("invalidparameter");
        assertThat(browser.call(function, "limitnum", 0).path("errorcode").asText())
                .isEqualTo("invalidparameter");
    }

    @Test
    void attempts_are_the_finished_ones_unless_asked_for_others() throws Exception {
        moodle.moveTo(3);

        JsonNode finished = browser.call("mod_quiz_get_user_attempts", "quizid", 2, "userid", 3);
        JsonNode unfinished = browser.call("mod_quiz_get_user_attempts", "quizid", 2, "status", "unfinished");

        assertThat(finished.path("attempts").findValuesAsText("state")).containsExactly("finished");
        assertThat(unfinished.path("attempts")).isEmpty();
    }

    private JsonNode discussions(Object... arguments) throws Exception {
        return browser.call("mod_forum_get_forum_discussions", arguments).path("discussions");
    }

    private JsonNode events(Object... arguments) throws Exception {
        return browser.call("core_calendar_get_calendar_events", arguments).path("events");
    }

    private static List<Long> ids(JsonNode list) {
        return list.valueStream().map(each -> each.path("id").asLong()).toList();
    }

    private static List<String> fields(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
