package dev.unitracker.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** A program that is told: it takes what is signed as the library of the standard signs, now, and nothing else. */
final class FakeReceiver extends FakeService {

    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    static final String OTHER_SECRET = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00.123456Z");

    private final List<String> lines = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();

    WebhookNotifier notifier() {
        return notifier(SECRET);
    }

    WebhookNotifier notifier(String... secrets) {
        return WebhookNotifier.to(url("/told/s3cr3t-path"), secrets)
                .clock(() -> NOW)
                .build();
    }

    @Override
    synchronized String text() {
        return String.join("\n", lines);
    }

    /** Returns the ids of what was taken. */
    synchronized List<String> ids() {
        return List.copyOf(ids);
    }

    @Override
    synchronized MockResponse take(RecordedRequest request) {
        String id = header(request, "webhook-id");
        String time = header(request, "webhook-timestamp");
        List<String> signatures =
                Arrays.asList(header(request, "webhook-signature").split(" ", -1));
        if (!time.equals(Long.toString(NOW.getEpochSecond()))
                || !signatures.contains(signature(id, bytes(request).utf8()))
                || !header(request, "Content-Type").equals("application/json")) {
            return answer(401, "{}");
        }
        ids.add(id);
        for (JsonNode line : json(request).path("data").path("lines")) {
            lines.add(line.path("text").asText()
                    + (line.has("link") ? " " + line.path("link").asText() : ""));
        }
        return answer(204, "");
    }

    private String signature(String id, String body) {
        try {
            return new Webhook(SECRET).sign(id, NOW.getEpochSecond(), body);
        } catch (EmptyWebhookSecretException | WebhookSigningException e) {
            throw new IllegalStateException(e);
        }
    }
}
