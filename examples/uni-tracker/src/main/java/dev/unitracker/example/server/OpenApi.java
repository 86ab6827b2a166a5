package dev.unitracker.example.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * The OpenAPI document. It is written by hand for the standard account; the same paths of any account are added to it here.
 */
final class OpenApi {

    private static final String RESOURCE = "openapi.json";
    private static final List<String> OF_SERVER =
            List.of("/openapi.json", "/feeds/{key}/deadlines.ics", "/feeds/{key}/changes.atom");

    private OpenApi() {}

    static List<Route> routes() {
        Answer document = Answer.of(document()).with("Cache-Control", "private, max-age=3600");
        return List.of(Route.get("/openapi.json", asked -> document)
                .needing(Scope.OPEN)
                .ofServer());
    }

    static JsonNode document() {
        try (InputStream resource = Objects.requireNonNull(OpenApi.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            ObjectNode document = (ObjectNode) JsonMapper.builder().build().readTree(resource);
            ObjectNode paths = (ObjectNode) document.get("paths");
            List.copyOf(paths.properties()).stream()
                    .filter(path -> !OF_SERVER.contains(path.getKey()))
                    .forEach(path -> paths.set(Route.OF_ACCOUNT + path.getKey(), ofAccount(path.getValue())));
            return document;
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }

    private static JsonNode ofAccount(JsonNode path) {
        ObjectNode copy = path.deepCopy();
        copy.withArray("parameters").addObject().put("$ref", "#/components/parameters/account");
        copy.properties().forEach(method -> {
            if (method.getValue() instanceof ObjectNode operation && operation.has("operationId")) {
                operation.put("operationId", operation.get("operationId").asText() + "OfAccount");
            }
        });
        return copy;
    }
}
