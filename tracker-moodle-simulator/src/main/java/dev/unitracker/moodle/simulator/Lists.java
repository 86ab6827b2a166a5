package dev.unitracker.moodle.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** What may become of a list. */
final class Lists {
    private static final Set<String> IDS =
            Set.of("coursemodule", "discussion", "instance", "quiz", "assignment", "course", "forum");

    private Lists() {}

    static ObjectNode keyed(JsonNode list) {
        ObjectNode keyed = Json.object();
        for (int i = 0; i < list.size(); i++) {
            keyed.set(Integer.toString(i), list.get(i));
        }
        return keyed;
    }

    static ArrayNode halved(JsonNode list) {
        ArrayNode half = Json.array();
        for (int i = 0; i < list.size() / 2; i++) {
            half.add(list.get(i));
        }
        return half;
    }

    static ArrayNode doubled(JsonNode list) {
        ArrayNode doubled = Json.array();
        list.forEach(element -> doubled.add(element).add(element.deepCopy()));
        return doubled;
    }

    static boolean hasIds(JsonNode element) {
        return element.propertyStream().anyMatch(field -> isId(field.getKey()));
    }

    static void dropIds(JsonNode element) {
        ((ObjectNode) element)
                .remove(element.propertyStream()
                        .map(field -> field.getKey())
                        .filter(Lists::isId)
                        .toList());
    }

    private static boolean isId(String field) {
        return field.endsWith("id") || IDS.contains(field);
    }
}
