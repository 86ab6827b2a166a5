package dev.unitracker.moodle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Edits of JSON answers. */
final class Edits {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Edits() {}

    static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Edits an answer in place. */
    static UnaryOperator<String> of(Consumer<JsonNode> edit) {
        return json -> {
            JsonNode answer = read(json);
            edit.accept(answer);
            return answer.toString();
        };
    }

    /** Edits every object, however deep, that has a value under a name. */
    static UnaryOperator<String> where(String name, Object value, Consumer<ObjectNode> edit) {
        return of(answer -> visit(answer, node -> node.path(name).asText().equals(value.toString()), edit));
    }

    private static void visit(JsonNode node, Predicate<ObjectNode> wanted, Consumer<ObjectNode> edit) {
        if (node instanceof ObjectNode object && wanted.test(object)) {
            edit.accept(object);
        }
        node.forEach(child -> visit(child, wanted, edit));
    }

    /** Returns an answer without what is in its lists, and without its objects. */
    static String emptied(String answer) {
        JsonNode json = read(answer);
        if (json instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(emptied(field.getValue())));
            return object.toString();
        }
        return emptied(json).toString();
    }

    private static JsonNode emptied(JsonNode value) {
        if (value.isArray()) {
            return read("[]");
        }
        return value.isObject() ? object() : value;
    }

    /** Takes objects with a value under a name out of a list. */
    static void remove(JsonNode list, String name, Object value) {
        for (int i = list.size() - 1; i >= 0; i--) {
            if (list.get(i).path(name).asText().equals(value.toString())) {
                ((ArrayNode) list).remove(i);
            }
        }
    }
}
