package dev.unitracker.custom.notifier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** The program that is told: it takes what is signed by whoever knows the secret, and nothing else. */
final class Receiver implements AutoCloseable {

    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static final byte[] KEY = Base64.getDecoder().decode(SECRET.substring(6));
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MockWebServer server = new MockWebServer();
    private final List<String> lines = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private MockResponse answer = new MockResponse.Builder().code(204).build();

    private final SignedWebhook notifier;

    Receiver() {
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
        this.notifier = notifier(SECRET);
    }

    SignedWebhook notifier() {
        return notifier;
    }

    /** Returns a notifier that believes in another secret. */
    SignedWebhook notifier(String secret) {
        return new SignedWebhook(server.url("/told"), secret, () -> NOW);
    }

    synchronized void answers(int status) {
        answers(new MockResponse.Builder().code(status).build());
    }

    synchronized void answers(MockResponse next) {
        answer = next;
    }

    /** Returns what was taken, a line each, with its link. */
    synchronized String text() {
        return String.join("\n", lines);
    }

    /** Returns the ids of what was taken. */
    synchronized List<String> ids() {
        return List.copyOf(ids);
    }

    private synchronized MockResponse received(RecordedRequest request) {
        String id = header(request, "webhook-id");
        String time = header(request, "webhook-timestamp");
        String body = Objects.requireNonNull(request.getBody()).utf8();
        String signature = SignedWebhook.signature(KEY, id + "." + time + "." + body);
        boolean known = MessageDigest.isEqual(bytes(signature), bytes(header(request, "webhook-signature")));
        if (!known || !time.equals("" + NOW.getEpochSecond())) {
            return new MockResponse.Builder().code(401).build();
        }
        if (answer.getCode() / 100 == 2) {
            ids.add(id);
            take(body);
        }
        return answer;
    }

    private void take(String body) {
        try {
            for (JsonNode line : JSON.readTree(body).path("data").path("lines")) {
                String link = line.path("link").asText("");
                lines.add(line.path("text").asText() + (line.path("link").isNull() ? "" : " " + link));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String header(RecordedRequest request, String name) {
        return Objects.requireNonNullElse(request.getHeaders().get(name), "");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }
}
