package dev.unitracker.llm;

import dev.unitracker.error.EnricherException;
import io.github.resilience4j.core.IntervalBiFunction;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts to one server and to no other: redirects are not followed, so that the key reaches nobody else. Each call has a
 * deadline. Safe for use by several threads.
 */
final class ChatServer {

    private static final Logger log = LoggerFactory.getLogger("unitracker.llm");

    private static final MediaType JSON = MediaType.get("application/json");
    private static final long LARGEST_ANSWER = 4L * 1024 * 1024;
    private static final Set<Integer> PASSING = Set.of(408, 409, 425, 429);

    /** What a key or an address that is wrong is answered with; other refusals concern the question. */
    private static final Set<Integer> SETTINGS = Set.of(301, 302, 303, 307, 308, 401, 402, 403, 404, 405, 410);

    private final OkHttpClient http;
    private final HttpUrl url;
    private final String key;
    private final RequestBudget budget;
    private final Retry retry;

    ChatServer(ChatCompletionsEnricher.Builder settings) {
        this.http = settings.http
                .newBuilder()
                .followRedirects(false)
                .followSslRedirects(false)
                .callTimeout(settings.callDeadline)
                .connectTimeout(settings.callDeadline)
                .readTimeout(settings.callDeadline)
                .build();
        this.url = settings.url;
        this.key = settings.apiKey;
        this.budget = new RequestBudget(settings.requestsPerMinute, settings.clock, settings.pause);
        this.retry = Retry.of(
                "llm",
                RetryConfig.<Reply>custom()
                        .maxAttempts(settings.attempts)
                        .intervalBiFunction(waits(settings.firstWait, settings.longestWait))
                        .retryOnResult(reply -> reply != null && reply.passes())
                        .retryOnException(e -> e instanceof IOException)
                        .build());
    }

    /** What the server said. */
    record Reply(int status, String body, @Nullable Long retryAfterSeconds) {

        boolean passes() {
            return PASSING.contains(status) || status >= 500;
        }
    }

    /**
     * Asks, and asks again where that may help.
     *
     * @param beforeEachTry is run before each try
     * @return an answer, or the refusal of just this question
     * @throws EnricherException if there is none
     */
    Reply ask(String json, Runnable beforeEachTry) {
        Reply reply = tried(json, beforeEachTry);
        if (reply.passes()) {
            throw EnricherException.temporary(
                    url.host() + " answered HTTP " + reply.status() + " again and again", new IOException("no answer"));
        }
        if (SETTINGS.contains(reply.status())) {
            throw EnricherException.permanent(
                    url.host() + " answered HTTP " + reply.status() + "; check address, model and key",
                    new IOException("refused"));
        }
        return reply;
    }

    private Reply tried(String json, Runnable beforeEachTry) {
        try {
            return retry.executeCallable(() -> {
                budget.take();
                beforeEachTry.run();
                return send(json);
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw EnricherException.temporary("interrupted while waiting for " + url.host(), e);
        } catch (InterruptedIOException e) {
            throw EnricherException.temporary(url.host() + " did not answer in time", e);
        } catch (IOException e) {
            throw EnricherException.temporary("no connection to " + url.host(), e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw EnricherException.temporary("could not ask " + url.host(), e);
        }
    }

    private Reply send(String json) throws IOException {
        Request request = new Request.Builder()
                .url(url)
                .header("Authorization", "Bearer " + key)
                .header("Accept", "application/json")
                .post(RequestBody.create(json.getBytes(StandardCharsets.UTF_8), JSON))
                .build();
        try (Response response = http.newCall(request).execute()) {
            byte[] body = response.body().byteStream().readNBytes((int) LARGEST_ANSWER);
            log.debug("{} {} {}", url.host(), response.code(), body.length);
            return new Reply(
                    response.code(), new String(body, StandardCharsets.UTF_8), seconds(response.header("Retry-After")));
        }
    }

    private static @Nullable Long seconds(@Nullable String retryAfter) {
        return retryAfter != null && retryAfter.matches("\\d{1,6}") ? Long.valueOf(retryAfter) : null;
    }

    private static IntervalBiFunction<Reply> waits(Duration first, Duration longest) {
        IntervalFunction backoff =
                IntervalFunction.ofExponentialRandomBackoff(first.toMillis(), 2.0, 0.5, longest.toMillis());
        return (attempt, outcome) -> {
            Long asked = outcome.isRight() ? outcome.get().retryAfterSeconds() : null;
            return asked == null
                    ? backoff.apply(attempt)
                    : Long.valueOf(Math.max(1, Math.min(asked * 1000, longest.toMillis())));
        };
    }
}
