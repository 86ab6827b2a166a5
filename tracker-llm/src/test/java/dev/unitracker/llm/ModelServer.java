package dev.unitracker.llm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

/** A model's server that always answers the same, in the shapes that real ones answer in. */
final class ModelServer implements AutoCloseable {

    static final String KEY = "nvapi-verySecretKey123";

    private final MockWebServer server = new MockWebServer();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private ModelServer(Supplier<MockResponse> answer) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                asked.add(request.getBody() == null ? "" : request.getBody().utf8());
                return answer.get();
            }
        });
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ModelServer thatAnswers(Supplier<MockResponse> answer) {
        return new ModelServer(answer);
    }

    /** Returns a server whose model says some words. */
    static ModelServer thatSays(Object content) {
        return new ModelServer(() -> response(200, completion(content)));
    }

    static ModelServer thatFails(int status) {
        return new ModelServer(() -> response(status, "{\"status\":" + status + ",\"title\":\"Too Many Requests\"}"));
    }

    /** Returns a server that takes a question and never answers. */
    static ModelServer thatIsSilent() {
        return new ModelServer(() -> new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
    }

    static MockResponse response(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    static String completion(Object content) {
        return completion(content, "stop");
    }

    /**
     * @param ended why the model said no more: {@code stop}, or {@code length} if it was not allowed to
     */
    static String completion(Object content, String ended) {
        return Answers.write(Map.of(
                "id",
                "chat-1",
                "object",
                "chat.completion",
                "choices",
                List.of(Map.of(
                        "index",
                        0,
                        "finish_reason",
                        ended,
                        "message",
                        Map.of("role", "assistant", "content", content, "reasoning_content", "Let me think.")))));
    }

    /** Returns what a model says that does as it is told. */
    static String brief(String summary, List<String> bullets, List<Map<String, String>> dates) {
        return Answers.write(Map.of(
                "summary_short",
                summary,
                "summary_bullets",
                bullets,
                "key_dates",
                dates,
                "key_requirements",
                List.of(),
                "risk_flags",
                List.of("easy to forget"),
                "confidence",
                0.98));
    }

    ChatCompletionsEnricher enricher() {
        return settings().build();
    }

    ChatCompletionsEnricher.Builder settings() {
        return ChatCompletionsEnricher.withKey(KEY)
                .url(address())
                .retry(3, Duration.ofMillis(1), Duration.ofMillis(5))
                .requestsPerMinute(1_000_000);
    }

    String address() {
        return server.url("/v1/chat/completions").toString();
    }

    /** Returns what was asked, as it was sent. */
    List<String> asked() {
        return asked;
    }

    int requests() {
        return server.getRequestCount();
    }

    @Override
    public void close() {
        server.close();
    }
}
