package dev.unitracker.moodle.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What changed in a course since a time: all that was recorded of the steps after it, as one answer. */
final class Updates implements Answering {
    private static final String FUNCTION = "core_course_get_updates_since";

    @Override
    public JsonNode answer(Scene scene, String function, Arguments arguments) {
        long course = arguments.number("courseid").orElseThrow(Refused::parameter);
        Set<Long> visible = Courses.modules(scene, course)
                .orElseThrow(() -> Refused.noRecord("course"))
                .map(module -> module.path("id").asLong())
                .collect(Collectors.toSet());
        long since = scene.shift().back(arguments.number("since").orElseThrow(Refused::parameter));
        Map<Long, Map<String, JsonNode>> updates = new LinkedHashMap<>();
        for (int step = firstStep(scene, course, since); step <= scene.step(); step++) {
            scene.json(step, "ws/" + FUNCTION + "/courseid=" + course + ".json")
                    .ifPresent(recorded -> merge(updates, recorded));
        }
        updates.keySet().retainAll(visible);
        return answer(updates, arguments.texts("filter"));
    }

    /** The last step whose recorded answer reaches back to a time; later than the present if nothing happened since. */
    private static int firstStep(Scene scene, long course, long since) {
        if (since >= scene.moment().recordedAt().getEpochSecond()) {
            return scene.step() + 1;
        }
        int step = scene.step();
        while (step > 0 && since < askedSince(scene.recording(), step, course)) {
            step--;
        }
        return step;
    }

    /** What the recorded answer of a step was asked with; where that was not written down, the time of the step before. */
    private static long askedSince(Recording recording, int step, long course) {
        return recording.step(step).calls().stream()
                .filter(call -> call.function().equals(FUNCTION))
                .map(Recording.Call::arguments)
                .filter(asked -> asked.path("courseid").asLong() == course)
                .mapToLong(asked -> asked.path("since").asLong())
                .findFirst()
                .orElseGet(() -> recording.recordedAt(step - 1).getEpochSecond());
    }

    private static void merge(Map<Long, Map<String, JsonNode>> updates, JsonNode recorded) {
        for (JsonNode instance : recorded.path("instances")) {
            Map<String, JsonNode> byName =
                    updates.computeIfAbsent(instance.path("id").asLong(), id -> new LinkedHashMap<>());
            instance.path("updates")
                    .forEach(update -> byName.merge(update.path("name").asText(), update, Updates::merged));
        }
    }

    private static JsonNode merged(JsonNode earlier, JsonNode later) {
        if (!earlier.has("itemids") || !later.has("itemids")) {
            return later;
        }
        Set<JsonNode> ids = new LinkedHashSet<>();
        earlier.path("itemids").forEach(ids::add);
        later.path("itemids").forEach(ids::add);
        return Recorded.with(later, "itemids", Json.array().addAll(ids));
    }

    private static JsonNode answer(Map<Long, Map<String, JsonNode>> updates, Set<String> filter) {
        ArrayNode instances = Json.array();
        updates.forEach((module, byName) -> {
            ArrayNode kept = Json.array();
            byName.values().stream()
                    .filter(update -> filter.isEmpty()
                            || filter.contains(update.path("name").asText()))
                    .forEach(kept::add);
            if (!kept.isEmpty()) {
                ObjectNode instance =
                        Json.object().put("contextlevel", "module").put("id", module);
                instances.add(instance.set("updates", kept));
            }
        });
        ObjectNode answer = Json.object();
        answer.set("instances", instances);
        answer.putArray("warnings");
        return answer;
    }
}
