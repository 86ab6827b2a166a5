package dev.unitracker.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** An ntfy server with its limits and errors (binwiederhier/ntfy, server/server.go, errors.go, actions.go). */
final class FakeNtfy extends FakeService {

    static final String TOKEN = "tk_AgQdq7mVBoFD37zQVN29RhuMzNIz2";

    private static final int LONGEST = 4096;

    private final Map<String, List<JsonNode>> topics = new TreeMap<>();
    private boolean open = true;

    /** Lets only those write who have the token. */
    synchronized void closes() {
        open = false;
    }

    @Override
    String text() {
        return text("uni-ana");
    }

    synchronized String text(String topic) {
        List<String> texts = new ArrayList<>();
        for (JsonNode shown : shown(topic)) {
            if (shown.has("title")) {
                texts.add(shown.path("title").asText());
            }
            texts.add(shown.path("message").asText());
        }
        return String.join("\n", texts);
    }

    /** Returns the notifications of a topic, in their order. */
    synchronized List<JsonNode> shown(String topic) {
        return List.copyOf(topics.getOrDefault(topic, List.of()));
    }

    @Override
    synchronized MockResponse take(RecordedRequest request) {
        if (!request.getUrl().encodedPath().equals("/") || !request.getMethod().equals("POST")) {
            return refused(404, 40401, "page not found");
        }
        byte[] body = bytes(request).toByteArray();
        if (body.length > 2 * LONGEST) {
            return refused(413, 41303, "JSON body too large");
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
        } catch (CharacterCodingException e) {
            return refused(400, 40011, "invalid message: message must be UTF-8 encoded");
        }
        return publish(json(request), header(request, "Authorization"));
    }

    private MockResponse publish(JsonNode published, String authorization) {
        String message = published.path("message").asText();
        if (!published.path("topic").asText().matches("[-_A-Za-z0-9]{1,64}")) {
            return refused(400, 40009, "invalid request: topic invalid");
        }
        if (!open && !authorization.equals("Bearer " + TOKEN)) {
            return authorization.isEmpty() ? refused(403, 40301, "forbidden") : refused(401, 40101, "unauthorized");
        }
        if (published.path("priority").asInt(3) < 1
                || published.path("priority").asInt(3) > 5) {
            return refused(400, 40007, "invalid priority parameter");
        }
        if (!buttons(published.path("actions"))) {
            return refused(400, 40018, "invalid request: actions invalid");
        }
        ObjectNode shown = published.deepCopy();
        if (message.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            shown.put("message", "You received a file: attachment.txt");
        } else if (message.isEmpty()) {
            shown.put("message", "triggered");
        }
        topics.computeIfAbsent(published.path("topic").asText(), topic -> new ArrayList<>())
                .add(shown);
        return answer(200, "{\"id\":\"hwQ2YpKdmg\",\"event\":\"message\"}");
    }

    private static boolean buttons(JsonNode actions) {
        for (JsonNode action : actions) {
            if (!action.path("action").asText().matches("view|http|broadcast")
                    || action.path("label").asText().isEmpty()
                    || action.path("url").asText().isEmpty()) {
                return false;
            }
        }
        return actions.size() <= 3;
    }

    private static MockResponse refused(int status, int code, String error) {
        return answer(
                status,
                JSON.createObjectNode()
                        .put("code", code)
                        .put("http", status)
                        .put("error", error)
                        .toString());
    }
}
