package dev.unitracker.moodle.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Which function is answered how; one that is not named here is answered as it was recorded for the same arguments. */
final class Answers {
    private static final Map<String, Answering> SPECIAL = Map.ofEntries(
            Map.entry("core_calendar_get_action_events_by_timesort", new ActionEvents()),
            Map.entry("core_calendar_get_calendar_events", new CalendarEvents()),
            Map.entry("core_completion_get_activities_completion_status", Answers::ofTheStudent),
            Map.entry("core_course_get_contents", Courses::contents),
            Map.entry("core_course_get_updates_since", new Updates()),
            Map.entry("core_enrol_get_users_courses", Courses::enrolled),
            Map.entry("core_group_get_course_user_groups", new Groups()),
            Map.entry("core_user_get_users_by_field", Answers::profile),
            Map.entry("gradereport_overview_get_course_grades", Answers::ofTheStudent),
            Map.entry("gradereport_user_get_grade_items", Answers::grades),
            Map.entry("mod_assign_get_assignments", Courses::filtered),
            Map.entry("mod_assign_get_submission_status", Answers::ofTheStudent),
            Map.entry("mod_forum_get_discussion_posts", new DiscussionPosts()),
            Map.entry("mod_forum_get_forum_discussions", Answers::discussions),
            Map.entry("mod_quiz_get_user_attempts", Answers::attempts));

    private Answers() {}

    static JsonNode answer(Scene scene, String function, Arguments arguments) {
        Answering general = function.endsWith("_by_courses") ? Courses::filtered : Recorded::answer;
        return SPECIAL.getOrDefault(function, general).answer(scene, function, arguments);
    }

    /** The student's own profile, as far as the recorded site information tells it; the zone is the site's. */
    private static JsonNode profile(Scene scene, String function, Arguments arguments) {
        return Json.array()
                .add(Json.object()
                        .put("id", scene.student())
                        .put("username", scene.siteInfo().path("username").asText())
                        .put("fullname", scene.siteInfo().path("fullname").asText())
                        .put("timezone", "99"));
    }

    private static JsonNode grades(Scene scene, String function, Arguments arguments) {
        if (!arguments.has("userid")) {
            throw Refused.permission();
        }
        return ofTheStudent(scene, function, arguments);
    }

    private static JsonNode ofTheStudent(Scene scene, String function, Arguments arguments) {
        long student = scene.student();
        long asked = arguments.number("userid").orElse(student);
        // In some functions 0 stands for the caller.
        if (asked != student && (asked != 0 || function.startsWith("gradereport_user"))) {
            throw Refused.permission();
        }
        return Recorded.answer(scene, function, arguments);
    }

    private static JsonNode discussions(Scene scene, String function, Arguments arguments) {
        JsonNode all = Recorded.only(scene, function, "forumid", arguments);
        long page = arguments.number("page").orElse(-1);
        long perPage = arguments.number("perpage").orElse(0);
        if (page < 0 || perPage <= 0) {
            return all;
        }
        long[] position = {0};
        return Recorded.with(
                all,
                "discussions",
                Json.filtered(all.path("discussions"), discussion -> position[0]++ / perPage == page));
    }

    private static JsonNode attempts(Scene scene, String function, Arguments arguments) {
        JsonNode all = Recorded.only(scene, function, "quizid", "_status=all", arguments);
        String status = arguments.text("status").orElse("finished");
        if (status.equals("all")) {
            return all;
        }
        boolean finished = status.equals("finished");
        return Recorded.with(
                all,
                "attempts",
                Json.filtered(
                        all.path("attempts"),
                        attempt -> attempt.path("state").asText().equals("finished") == finished));
    }
}
