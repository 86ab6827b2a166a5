package dev.unitracker.example.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is answered: a status, headers, a body. Immutable. */
public final class Answer {

    private static final String JSON = "application/json; charset=utf-8";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    /** A proxy that gathers what comes before it hands it on would hold back what is news. */
    private static final Map<String, String> UNHELD = Map.of("X-Accel-Buffering", "no");

    private final int status;
    private final String contentType;
    private final byte[] body;
    private final SortedMap<String, String> headers;
    private final @Nullable Events events;

    private Answer(int status, String contentType, byte[] body, Map<String, String> headers) {
        this(status, contentType, body, headers, null);
    }

    private Answer(int status, String contentType, byte[] body, Map<String, String> headers, @Nullable Events events) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
        this.events = events;
    }

    /** Returns an answer in JSON, with the status 200. */
    public static Answer of(JsonNode json) {
        return new Answer(OK, JSON, bytes(json), Map.of());
    }

    /**
     * Returns an answer in another form, with the status 200.
     *
     * @param contentType its form, and in which characters it is written
     */
    public static Answer of(String contentType, byte[] body) {
        return new Answer(OK, Objects.requireNonNull(contentType, "contentType"), body.clone(), Map.of());
    }

    /** Returns an answer that goes on as long as somebody reads it: events are sent as they come. */
    static Answer of(Events events) {
        return new Answer(OK, "text/event-stream; charset=utf-8", new byte[0], UNHELD, events);
    }

    /** Returns the answer that whoever asks has the latest already. */
    static Answer notModified() {
        return new Answer(NOT_MODIFIED, "", new byte[0], Map.of());
    }

    /** Returns the answer to what is refused. */
    static Answer refused(int status, String detail) {
        return new Answer(
                status, JSON, bytes(JsonNodeFactory.instance.objectNode().put("detail", detail)), Map.of());
    }

    /** Returns this answer with another status. */
    public Answer withStatus(int other) {
        return new Answer(other, contentType, body, headers, events);
    }

    /** Returns this answer with one header more, or with another one of the same name. */
    public Answer with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Answer(status, contentType, body, more, events);
    }

    /** Returns this answer with more headers. */
    Answer with(Map<String, String> some) {
        Map<String, String> more = new TreeMap<>(headers);
        more.putAll(some);
        return new Answer(status, contentType, body, more, events);
    }

    /** Returns the status. */
    public int status() {
        return status;
    }

    /** Returns the form of the body; empty if there is none. */
    public String contentType() {
        return contentType;
    }

    /** Returns the body; empty if there is none. The caller may change it. */
    public byte[] body() {
        return body.clone();
    }

    /** Returns how many bytes the body has. */
    int length() {
        return body.length;
    }

    /** Returns all other headers by name. Unmodifiable. */
    public SortedMap<String, String> headers() {
        return headers;
    }

    /** Returns what goes on being sent after the headers; empty if the body is all. */
    Optional<Events> events() {
        return Optional.ofNullable(events);
    }

    /** Half a character, as a broken source may send one, becomes a question mark instead of an exception. */
    static byte[] bytes(JsonNode json) {
        try {
            return MAPPER.writeValueAsString(json).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers is always JSON", e);
        }
    }
}
