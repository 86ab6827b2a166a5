package dev.unitracker.moodle.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The student's courses and what is in them. */
final class Courses {
    private static final Set<String> CONTENT_OPTIONS = Set.of(
            "excludemodules",
            "excludecontents",
            "includestealthmodules",
            "sectionid",
            "sectionnumber",
            "cmid",
            "modname",
            "modid");

    private Courses() {}

    static JsonNode enrolled(Scene scene, String function, Arguments arguments) {
        JsonNode courses = Recorded.answer(scene, function, arguments);
        if (arguments.flag("returnusercount", true)) {
            return courses;
        }
        ArrayNode uncounted = Json.array();
        courses.forEach(course -> {
            ObjectNode copy = course.deepCopy();
            uncounted.add(copy.without("enrolledusercount"));
        });
        return uncounted;
    }

    static JsonNode contents(Scene scene, String function, Arguments arguments) {
        for (Arguments option : arguments.child("options").entries()) {
            if (option.text("name").filter(CONTENT_OPTIONS::contains).isEmpty()) {
                throw Refused.because("errorinvalidparam", "El parámetro \"options\" no es válido.");
            }
        }
        return Recorded.answer(scene, function, arguments);
    }

    /** An answer about all courses, cut down to those that were asked for. */
    static JsonNode filtered(Scene scene, String function, Arguments arguments) {
        JsonNode all = Recorded.answer(scene, function, arguments);
        Set<Long> wanted = arguments.numbers("courseids");
        if (wanted.isEmpty()) {
            return all;
        }
        if (all.isArray()) {
            return entriesOf(all, wanted);
        }
        ObjectNode chosen = Json.object();
        all.properties().forEach(field -> chosen.set(field.getKey(), entriesOf(field.getValue(), wanted)));
        Set<Long> foreign = new LinkedHashSet<>(wanted);
        foreign.removeAll(ids(scene));
        foreign.forEach(course -> chosen.withArray("warnings").add(warning(course)));
        return chosen;
    }

    private static JsonNode entriesOf(JsonNode list, Set<Long> courses) {
        return Json.filtered(list, entry -> {
            JsonNode course = entry.has("course") ? entry.path("course") : entry.path("id");
            // Warnings have neither.
            return course.isMissingNode() || courses.contains(course.asLong());
        });
    }

    private static ObjectNode warning(long course) {
        return Json.object()
                .put("item", "course")
                .put("itemid", course)
                .put("warningcode", "1")
                .put("message", "No access rights in course context");
    }

    private static Set<Long> ids(Scene scene) {
        Set<Long> ids = new LinkedHashSet<>();
        String path = "ws/core_enrol_get_users_courses/userid=" + scene.student() + ".json";
        scene.json(path)
                .orElseThrow()
                .forEach(course -> ids.add(course.path("id").asLong()));
        return ids;
    }

    /** The modules that the student sees in a course, or nothing if there is no such course. */
    static Optional<Stream<JsonNode>> modules(Scene scene, long course) {
        return scene.json("ws/core_course_get_contents/courseid=" + course + ".json")
                .map(Courses::modules);
    }

    static Stream<JsonNode> modules(JsonNode sections) {
        return sections.valueStream().flatMap(section -> section.path("modules").valueStream());
    }
}
