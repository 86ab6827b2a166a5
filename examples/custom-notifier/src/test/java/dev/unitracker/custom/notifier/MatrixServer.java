package dev.unitracker.custom.notifier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/**
 * A Matrix server with one room (<a href="https://spec.matrix.org/latest/client-server-api/">Client-Server API</a>, send an
 * event): whoever has the token may write, and what comes with a number that was there before is not shown again.
 */
final class MatrixServer implements AutoCloseable {

    static final String ROOM = "!uni-news:example.org";
    static final String TOKEN = "syt_s3cr3t";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LARGEST = 65_536;

    private final MockWebServer server = new MockWebServer();
    private final Map<String, JsonNode> events = new LinkedHashMap<>();
    private MockResponse answer =
            new MockResponse.Builder().code(200).body("{\"event_id\":\"$1\"}").build();

    MatrixServer() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return received(request);
            }
        });
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return server.url("/").toString();
    }

    synchronized void answers(int status) {
        answers(new MockResponse.Builder().code(status).build());
    }

    synchronized void answers(MockResponse next) {
        answer = next;
    }

    /** Returns what is shown in the room, one message below the other. */
    synchronized String text() {
        return events.values().stream()
                .map(event -> event.path("body").asText())
                .collect(Collectors.joining("\n"));
    }

    synchronized List<JsonNode> events() {
        return List.copyOf(events.values());
    }

    private synchronized MockResponse received(RecordedRequest request) {
        List<String> path = request.getUrl().pathSegments();
        String body = Objects.requireNonNull(request.getBody()).utf8();
        if (!Objects.equals(request.getHeaders().get("Authorization"), "Bearer " + TOKEN)) {
            return new MockResponse.Builder().code(401).build();
        }
        if (path.size() != 8
                || !path.get(4).equals(ROOM)
                || !request.getMethod().equals("PUT")) {
            return new MockResponse.Builder().code(404).build();
        }
        if (body.length() > LARGEST) {
            return new MockResponse.Builder().code(413).build();
        }
        if (answer.getCode() == 200) {
            events.putIfAbsent(path.get(7), read(body));
        }
        return answer;
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
