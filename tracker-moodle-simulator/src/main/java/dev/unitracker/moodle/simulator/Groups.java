package dev.unitracker.moodle.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Map;
import java.util.TreeMap;

/** The student's groups, as far as the recorded submission statuses name them: the groups' own answer was not recorded. */
final class Groups implements Answering {
    private static final String STATUS = "ws/mod_assign_get_submission_status/assignid=";

    @Override
    public JsonNode answer(Scene scene, String function, Arguments arguments) {
        long student = scene.student();
        if (arguments.number("userid").orElse(student) != student) {
            throw Refused.permission();
        }
        long course = arguments.number("courseid").orElse(0);
        ArrayNode groups = Json.array();
        courses(scene).forEach((group, itsCourse) -> {
            if (course == 0 || course == itsCourse) {
                groups.addObject()
                        .put("id", group)
                        .put("name", "Grupo " + group)
                        .put("courseid", itsCourse);
            }
        });
        return Json.object().set("groups", groups);
    }

    private static Map<Long, Long> courses(Scene scene) {
        Map<Long, Long> courses = new TreeMap<>();
        JsonNode all = scene.json("ws/mod_assign_get_assignments/all.json").orElseThrow();
        for (JsonNode course : all.path("courses")) {
            for (JsonNode assignment : course.path("assignments")) {
                scene.json(STATUS + assignment.path("id").asLong() + ".json")
                        .ifPresent(status -> status.path("lastattempt")
                                .path("usergroups")
                                .forEach(group -> courses.put(
                                        group.asLong(), course.path("id").asLong())));
            }
        }
        return courses;
    }
}
