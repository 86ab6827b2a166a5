package dev.unitracker.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.http.HttpAnswer;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.RequestBody;

/** JSON as it is sent and answered. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final MediaType TYPE = MediaType.get("application/json");

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static RequestBody body(String json) {
        return RequestBody.create(json.getBytes(StandardCharsets.UTF_8), TYPE);
    }

    /** Returns what an answer says; a missing node if it is no JSON. */
    static JsonNode read(HttpAnswer answer) {
        try {
            return MAPPER.readTree(answer.text());
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
