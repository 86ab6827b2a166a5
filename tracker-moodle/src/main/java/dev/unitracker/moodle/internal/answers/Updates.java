package dev.unitracker.moodle.internal.answers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.moodle.internal.client.Json;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What {@code core_course_get_updates_since} says of one course. It sees no deletion, no hiding and showing, no move, no
 * override; a module whose plug-in does not take part is unknown, which is not the same as unchanged.
 *
 * @param areas what moved by course-module id, for example {@code configuration} or {@code discussions}
 * @param unknown the course-module ids of which it cannot tell; 0 where it does not say of which
 */
public record Updates(Map<Long, Set<String>> areas, Set<Long> unknown) {

    /** Reads an answer; one without any instance says that nothing moved. */
    public static Updates read(JsonNode answer) {
        Map<Long, Set<String>> areas = new TreeMap<>();
        for (JsonNode instance : Json.list(answer.path("instances"))) {
            areas.computeIfAbsent(Json.number(instance, "id"), id -> new TreeSet<>())
                    .addAll(Json.list(instance.path("updates")).stream()
                            .map(update -> Json.text(update, "name"))
                            .collect(Collectors.toSet()));
        }
        Set<Long> unknown = Json.list(answer.path("warnings")).stream()
                .filter(warning -> Json.text(warning, "warningcode").equals("missingcallback"))
                .map(warning -> Json.number(warning, "itemid"))
                .collect(Collectors.toSet());
        return new Updates(areas, unknown);
    }

    /** Tells whether anything moved. */
    public boolean any() {
        return !areas.isEmpty();
    }
}
