package dev.unitracker.moodle.internal.client;

import dev.unitracker.http.RequestBudget;
import dev.unitracker.http.RetryWaits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;

/** A site that says what it is told to, and a client of it. */
final class ScriptedSite implements AutoCloseable {

    static final String TOKEN = "abcdef0123456789abcdef0123456789";

    final MockWebServer server = new MockWebServer();
    final LookOfATest look = new LookOfATest();

    private final String folder;

    ScriptedSite() {
        this("");
    }

    /** @param folder where the site lies on its host, with a slash before it */
    ScriptedSite(String folder) {
        this.folder = folder;
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return server.url(folder.isEmpty() ? "/" : folder).toString().replaceFirst("/$", "");
    }

    SiteAnswers client() {
        return client(new Credentials(TOKEN, null, null, "moodle_mobile_app"));
    }

    SiteAnswers client(Credentials credentials) {
        RetryWaits waits = new RetryWaits(3, Duration.ofMillis(1), Duration.ofMillis(5));
        return new MoodleSite(
                        URI.create(address()),
                        new OkHttpClient(),
                        credentials,
                        new Pace(waits, RequestBudget.unlimited(), Patience.DEFAULT))
                .answers(look);
    }

    ScriptedSite says(String... bodies) {
        for (String body : bodies) {
            server.enqueue(new MockResponse.Builder()
                    .addHeader("Content-Type", "application/json")
                    .body(body)
                    .build());
        }
        return this;
    }

    ScriptedSite says(MockResponse response) {
        server.enqueue(response);
        return this;
    }

    /** Returns what was received so far, in order. */
    List<RecordedRequest> received() {
        try {
            List<RecordedRequest> received = new ArrayList<>();
            for (int left = server.getRequestCount(); left > 0; left--) {
                received.add(server.takeRequest());
            }
            return received;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String form(RecordedRequest request) {
        return request.getBody() == null
                ? ""
                : URLDecoder.decode(request.getBody().utf8(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }
}
