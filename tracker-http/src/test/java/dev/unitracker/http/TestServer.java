package dev.unitracker.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Request;

/** A server that says what it is told to, and a door to it whose waits only move its clock. */
final class TestServer implements AutoCloseable {

    final MockWebServer server = new MockWebServer();
    final List<Duration> waits = new ArrayList<>();
    Instant now = Instant.parse("2026-11-22T12:00:00Z");

    TestServer() {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpDoorBuilder door() {
        return HttpDoor.to(server.url("/")).clock(() -> now).pause(time -> {
            waits.add(time);
            now = now.plus(time);
        });
    }

    Request get(String path) {
        return new Request.Builder().url(server.url(path)).build();
    }

    TestServer says(int status, String body) {
        return says(new MockResponse.Builder().code(status).body(body).build());
    }

    TestServer says(MockResponse answer) {
        server.enqueue(answer);
        return this;
    }

    @Override
    public void close() {
        server.close();
    }
}
