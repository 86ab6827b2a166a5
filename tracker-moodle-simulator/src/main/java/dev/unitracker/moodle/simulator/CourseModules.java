package dev.unitracker.moodle.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One activity asked for alone: it is shown, or there and out of the student's sight, or there is none. What an edit takes
 * out of a course's contents counts as deleted, unless the course has a closed section, which may hold it.
 */
final class CourseModules {
    static final String FUNCTION = "core_course_get_course_module";
    private static final String CONTENTS = "core_course_get_contents";
    private static final String FOLDER = "ws/" + CONTENTS + "/courseid=";
    private static final List<String> TOLD =
            List.of("id", "name", "modname", "instance", "completion", "downloadcontent");

    private final Site site;

    CourseModules(Site site) {
        this.site = site;
    }

    JsonNode answer(Scene scene, Arguments arguments) {
        long cmid = arguments.number("cmid").orElseThrow(Refused::parameter);
        for (long course : courses(scene)) {
            Optional<JsonNode> module = Courses.modules(served(scene, course))
                    .filter(each -> each.path("id").asLong() == cmid)
                    .findFirst();
            if (module.isPresent()) {
                return shown(module.get(), course);
            }
        }
        throw isOutOfSight(scene, cmid) ? Refused.outOfSight() : Refused.unknownRecord();
    }

    private static List<Long> courses(Scene scene) {
        return scene.moment().paths().stream()
                .filter(path -> path.startsWith(FOLDER))
                .map(path -> Long.valueOf(path.substring(FOLDER.length(), path.length() - ".json".length())))
                .sorted()
                .toList();
    }

    /** A course's contents as they would be served. */
    private JsonNode served(Scene scene, long course) {
        Arguments arguments = Arguments.of(Json.object().put("courseid", course));
        JsonNode recorded = scene.json(FOLDER + course + ".json").orElseThrow();
        return Json.read(site.faults.edited(CONTENTS, arguments, Json.text(recorded)));
    }

    /** Of an activity that is shown but closed Moodle says no more than of one that is not shown. */
    private static JsonNode shown(JsonNode module, long course) {
        if (!module.path("uservisible").asBoolean(true)) {
            throw Refused.outOfSight();
        }
        ObjectNode told = Json.object().put("course", course);
        TOLD.stream().filter(module::has).forEach(field -> told.set(field, module.path(field)));
        ObjectNode answer = Json.object();
        answer.set("cm", told);
        answer.putArray("warnings");
        return answer;
    }

    private boolean isOutOfSight(Scene scene, long cmid) {
        if (site.cronRests) {
            return isShown(scene, cmid, 0, scene.step());
        }
        return isShown(scene, cmid, scene.step(), scene.step())
                ? mayBeInClosedSection(scene, cmid)
                : isShown(scene, cmid, 0, scene.step()) && (isHidden(scene, cmid) || comesBack(scene, cmid));
    }

    private static boolean comesBack(Scene scene, long cmid) {
        return isShown(scene, cmid, scene.step() + 1, scene.recording().steps() - 1);
    }

    private boolean mayBeInClosedSection(Scene scene, long cmid) {
        return courses(scene).stream()
                .filter(course -> has(scene.json(FOLDER + course + ".json").orElseThrow(), cmid))
                .flatMap(course -> served(scene, course).valueStream())
                .anyMatch(section -> !section.path("uservisible").asBoolean(true));
    }

    private static boolean has(JsonNode contents, long cmid) {
        return Courses.modules(contents).anyMatch(module -> module.path("id").asLong() == cmid);
    }

    private static boolean isShown(Scene scene, long cmid, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .anyMatch(step -> courses(scene.at(step)).stream()
                        .flatMap(course -> scene.json(step, FOLDER + course + ".json").stream())
                        .anyMatch(contents -> has(contents, cmid)));
    }

    /** Tells whether the last edit of an activity hid it. */
    private static boolean isHidden(Scene scene, long cmid) {
        return IntStream.rangeClosed(0, scene.step())
                .mapToObj(scene.recording()::edits)
                .flatMap(edits -> edits.stream().filter(edit -> edit.key().equals("module:" + cmid)))
                .reduce((earlier, later) -> later)
                .filter(edit -> edit.op().equals("hide"))
                .isPresent();
    }
}
