package dev.unitracker.example.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The OpenAPI document. It is written by hand for the standard account; the same paths of any account are added to it here.
 */
final class OpenApi {

    private static final String RESOURCE = "openapi.json";
    private static final List<String> OF_SERVER = List.of(
            "/metrics",
            "/openapi.json",
            "/session",
            "/act/{token}",
            "/unsubscribe/{token}",
            "/feeds/{key}/deadlines.ics",
            "/feeds/{key}/changes.atom");

    /** What any path may be answered with. */
    private static final Map<String, String> REFUSALS =
            Map.of("401", "Unauthorized", "403", "Forbidden", "429", "TooMany");

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
            paths.forEach(path -> path.forEach(OpenApi::addRefusals));
            List.copyOf(paths.properties()).stream()
                    .filter(path -> !OF_SERVER.contains(path.getKey()))
                    .forEach(path -> paths.set(Route.OF_ACCOUNT + path.getKey(), ofAccount(path.getValue())));
            return document;
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }

    private static void addRefusals(JsonNode operation) {
        if (operation.path("responses") instanceof ObjectNode responses) {
            REFUSALS.forEach(
                    (status, name) -> responses.putObject(status).put("$ref", "#/components/responses/" + name));
        }
    }

    /** Of an account that is named, nobody hears anything who may not read it. */
    private static JsonNode ofAccount(JsonNode path) {
        ObjectNode copy = path.deepCopy();
        copy.withArray("parameters").addObject().put("$ref", "#/components/parameters/account");
        copy.properties().forEach(method -> {
            if (method.getValue() instanceof ObjectNode operation && operation.has("operationId")) {
                operation.put("operationId", operation.get("operationId").asText() + "OfAccount");
                operation.remove("security");
            }
        });
        return copy;
    }
}
