package dev.unitracker.moodle.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Puts each list of objects in another order, the same for the same seed and answer, and changes nothing else. */
record Shuffle(long seed) {
    String text(String json) {
        try {
            return Json.text(shuffled(Json.read(json), new Random(seed)));
        } catch (IllegalArgumentException notJson) {
            return json;
        }
    }

    private static JsonNode shuffled(JsonNode node, Random random) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = Json.object();
            object.properties().forEach(field -> copy.set(field.getKey(), shuffled(field.getValue(), random)));
            return copy;
        }
        if (node instanceof ArrayNode list) {
            List<JsonNode> entries = new ArrayList<>();
            list.forEach(entry -> entries.add(shuffled(entry, random)));
            if (entries.stream().allMatch(JsonNode::isObject)) {
                Collections.shuffle(entries, random);
            }
            return Json.array().addAll(entries);
        }
        return node;
    }
}
