package dev.unitracker.example.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields that a client relies on, by name, with their types. More fields may be there. */
final class Fields {

    private final Map<String, String> types;

    private Fields(Map<String, String> types) {
        this.types = types;
    }

    /** Reads them: {@code id int, title text, due_at instant?}; a question mark behind a type lets it be null. */
    static Fields of(String text) {
        Map<String, String> types = new LinkedHashMap<>();
        Arrays.stream(text.strip().split("\\s*,\\s*"))
                .map(field -> field.split("\\s+"))
                .forEach(field -> types.put(field[0], field[1]));
        return new Fields(types);
    }

    /** Returns these and more. */
    Fields and(String text) {
        Map<String, String> all = new LinkedHashMap<>(types);
        all.putAll(of(text).types);
        return new Fields(all);
    }

    /** Checks that an object has all of them, in their types. */
    void check(JsonNode object) {
        assertThat(object.isObject()).as("an object: %s", object).isTrue();
        types.forEach((name, type) -> {
            assertThat(object.has(name)).as("%s of %s", name, object).isTrue();
            assertThat(is(object.get(name), type))
                    .as("%s is %s: %s", name, type, object.get(name))
                    .isTrue();
        });
    }

    /** Checks each object of a list, of which there must be some. */
    void checkEach(JsonNode list) {
        assertThat(list.isArray()).as("a list: %s", list).isTrue();
        assertThat(list).isNotEmpty();
        list.forEach(this::check);
    }

    private static boolean is(JsonNode value, String type) {
        if (type.endsWith("?")) {
            return value.isNull() || is(value, type.substring(0, type.length() - 1));
        }
        return switch (type) {
            case "int" -> value.isIntegralNumber();
            case "share" -> value.isNumber() && value.asDouble() >= 0 && value.asDouble() <= 1;
            case "text" -> value.isTextual();
            case "bool" -> value.isBoolean();
            case "instant" -> value.isTextual() && value.asText().endsWith("Z") && isMoment(value.asText());
            case "list" -> value.isArray();
            case "texts" -> value.isArray() && all(value);
            case "object" -> value.isObject();
            default -> throw new IllegalArgumentException("no such type: " + type);
        };
    }

    private static boolean all(JsonNode texts) {
        for (JsonNode text : texts) {
            if (!text.isTextual()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMoment(String text) {
        return Instant.parse(text).isAfter(Instant.EPOCH);
    }
}
