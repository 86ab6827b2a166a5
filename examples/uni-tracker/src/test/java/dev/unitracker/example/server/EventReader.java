package dev.unitracker.example.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a stream of events as a browser does: line by line, as they come. */
final class EventReader implements AutoCloseable {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final HttpResponse<InputStream> response;
    private final BufferedReader lines;
    private long last = -1;

    private EventReader(HttpResponse<InputStream> response) {
        this.response = response;
        this.lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    /** Asks for a path, with a last event's id if it is not empty. */
    static EventReader at(int port, String path, String lastEvent) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/event-stream");
        if (!lastEvent.isEmpty()) {
            request.header("Last-Event-ID", lastEvent);
        }
        try {
            HttpClient client =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            return new EventReader(client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    int status() {
        return response.statusCode();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** Returns the id of the last event; -1 before the first. */
    long last() {
        return last;
    }

    /** Returns the next line; null at the end. */
    @Nullable
    String line() {
        try {
            return lines.readLine();
        } catch (IOException e) {
            return null;
        }
    }

    /** Reads until a line is this one. */
    void readUntil(String wanted) {
        String line = line();
        while (!wanted.equals(line)) {
            if (line == null) {
                throw new AssertionError("the stream ended before a line '" + wanted + "'");
            }
            line = line();
        }
    }

    /** Returns the data of the next event. */
    JsonNode next() {
        String data = "";
        while (true) {
            String line = line();
            if (line == null) {
                throw new AssertionError("the stream ended after the event " + last);
            }
            if (line.startsWith("id: ")) {
                last = Long.parseLong(line.substring("id: ".length()));
            } else if (line.startsWith("data: ")) {
                data = line.substring("data: ".length());
            } else if (line.isEmpty() && !data.isEmpty()) {
                return json(data);
            }
        }
    }

    /** Returns the data of some events. */
    List<JsonNode> next(int count) {
        List<JsonNode> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(next());
        }
        return events;
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
