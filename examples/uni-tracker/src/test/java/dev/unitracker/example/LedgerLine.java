package dev.unitracker.example;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.stream.Collectors;

/** One line of the JSON ledger, read back. */
record LedgerLine(JsonNode json) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static LedgerLine parse(String line) {
        try {
            return new LedgerLine(MAPPER.readTree(line));
        } catch (JsonProcessingException e) {
            throw new AssertionError("not a line of JSON: " + line, e);
        }
    }

    int step() {
        return json.path("step").asInt();
    }

    int look() {
        return json.path("look").asInt();
    }

    boolean meaningful() {
        return json.path("meaningful").asBoolean();
    }

    String kind() {
        return json.path("kind").asText();
    }

    /** Returns step, look, kind, item and what a student reads of the fields, in one line. */
    String summary() {
        return step() + "." + look() + " " + kind() + " " + json.path("item").asText() + " «"
                + json.path("title").asText() + "»"
                + json.path("fields")
                        .valueStream()
                        .filter(field ->
                                !field.path("field").asText().matches("body_text|primary_url|.*evidence|within"))
                        .map(field -> " | " + field.path("field").asText() + ": "
                                + field.path("before").asText("-") + " → "
                                + field.path("after").asText("-"))
                        .collect(Collectors.joining());
    }
}
