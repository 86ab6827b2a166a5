package dev.unitracker.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.http.HttpAnswer;
import dev.unitracker.http.HttpDoor;
import dev.unitracker.http.NoAnswerException;
import dev.unitracker.http.Secrets;
import dev.unitracker.telegram.RefusedException.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * Asks the <a href="https://core.telegram.org/bots/api">Bot API</a> of one bot. The token goes to the configured address and to
 * no other: redirects are not followed. A question is sent once, for a message may have arrived though no answer came. Safe for use by several threads.
 */
final class BotApi {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final MediaType JSON_TYPE = MediaType.get("application/json");
    private static final int LARGEST_ANSWER = 32 * 1024 * 1024;

    private final HttpDoor door;
    private final Token token;
    private final Secrets secrets;
    private final Duration timeout;
    private final Set<HttpDoor> waiting = ConcurrentHashMap.newKeySet();

    BotApi(OkHttpClient http, HttpUrl base, Token token, Duration timeout) {
        this.token = token;
        this.timeout = timeout;
        this.secrets = token.asSecret();
        this.door = HttpDoor.to(base)
                .client(http)
                .readWithin(timeout)
                .answerWithin(timeout)
                .once()
                .largestAnswer(LARGEST_ANSWER)
                .secrets(secrets)
                .logger("unitracker.telegram")
                .build();
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static ArrayNode array() {
        return JSON.createArrayNode();
    }

    /** Returns the bot's own id. */
    String bot() {
        return token.bot();
    }

    /**
     * Calls a method, once.
     *
     * @return its result
     * @throws RefusedException if there is no result, saying why
     */
    JsonNode call(String method, ObjectNode parameters) {
        return result(method, parameters, door);
    }

    /**
     * Calls a method that may take its time before it answers, such as {@code getUpdates}; {@link #stopWaiting} ends that.
     *
     * @param wait how long the Bot API was asked to wait; the time to read is longer
     * @throws RefusedException if there is no result, saying why
     */
    JsonNode callAndWait(String method, ObjectNode parameters, Duration wait) {
        HttpDoor patient = door.within(timeout.plus(wait));
        waiting.add(patient);
        try {
            return result(method, parameters, patient);
        } finally {
            waiting.remove(patient);
        }
    }

    /** Breaks off the calls that wait; they end as refused. */
    void stopWaiting() {
        waiting.forEach(HttpDoor::breakOff);
    }

    private JsonNode result(String method, ObjectNode parameters, HttpDoor through) {
        Request request = new Request.Builder()
                .url(door.server()
                        .newBuilder()
                        .addPathSegment(token.pathSegment())
                        .addPathSegment(method)
                        .build())
                .post(RequestBody.create(parameters.toString().getBytes(StandardCharsets.UTF_8), JSON_TYPE))
                .build();
        try {
            HttpAnswer answer = through.ask(request);
            return result(answer.status(), parsed(answer));
        } catch (NoAnswerException e) {
            throw new RefusedException(Reason.UNREACHABLE, String.valueOf(e.getMessage()), null, e);
        }
    }

    private JsonNode result(int status, @Nullable JsonNode answer) {
        if (answer == null || !answer.path("ok").isBoolean()) {
            String hint = status >= 300 && status < 400 ? "; it sends us to another address" : "";
            throw new RefusedException(
                    Reason.UNREACHABLE,
                    door.server().host() + " answered HTTP " + status + ", not as a Bot API does" + hint,
                    null,
                    null);
        }
        if (!answer.path("ok").booleanValue()) {
            throw Refusals.read(status, answer, secrets);
        }
        return answer.path("result");
    }

    private static @Nullable JsonNode parsed(HttpAnswer answer) {
        try {
            return JSON.readTree(answer.text());
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
