package dev.unitracker.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** A service that is posted to, over real HTTP. It fails when it is told to, and else does as the real one. Safe for use by several threads. */
abstract class FakeService implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Logger SERVER_LOG = Logger.getLogger(MockWebServer.class.getName());

    private final MockWebServer server = new MockWebServer();
    private final List<RecordedRequest> requests = new ArrayList<>();
    private final Deque<MockResponse> answers = new ArrayDeque<>();
    private @Nullable MockResponse always;
    private int goodBefore;

    FakeService() {
        SERVER_LOG.setLevel(Level.WARNING);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
        try {
            server.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the address of a path. */
    final String url(String path) {
        return "http://127.0.0.1:" + server.getPort() + path;
    }

    /** Fails from now on. */
    synchronized void breaks() {
        always = answer(503, "");
    }

    /** Works again. */
    synchronized void recovers() {
        always = null;
    }

    /** Answers the next request so, and goes on well afterwards. */
    final void answersOnce(MockResponse answer) {
        answersAfter(0, answer);
    }

    /** Takes some requests well, and answers the one after them so. */
    final synchronized void answersAfter(int good, MockResponse answer) {
        goodBefore = good;
        answers.add(answer);
    }

    final synchronized List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    /** Returns what the last request said. */
    final synchronized JsonNode lastBody() {
        return json(requests.get(requests.size() - 1));
    }

    /** Returns all that was taken, as a person reads it. */
    abstract String text();

    /** Takes a request, or says why not. */
    abstract MockResponse take(RecordedRequest request);

    private synchronized MockResponse answer(RecordedRequest request) {
        requests.add(request);
        if (always != null) {
            return always;
        }
        if (!answers.isEmpty() && goodBefore-- <= 0) {
            return answers.remove();
        }
        return take(request);
    }

    static MockResponse answer(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    static ByteString bytes(RecordedRequest request) {
        return Objects.requireNonNullElse(request.getBody(), ByteString.EMPTY);
    }

    static JsonNode json(RecordedRequest request) {
        try {
            return JSON.readTree(bytes(request).utf8());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String header(RecordedRequest request, String name) {
        return Objects.requireNonNullElse(request.getHeaders().get(name), "");
    }

    @Override
    public void close() {
        server.close();
    }
}
