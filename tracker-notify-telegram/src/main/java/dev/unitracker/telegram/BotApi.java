package dev.unitracker.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.telegram.RefusedException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the <a href="https://core.telegram.org/bots/api">Bot API</a> of one bot. The token goes to the configured address and to
 * no other: redirects are not followed. Safe for use by several threads.
 */
final class BotApi {

    private static final Logger log = LoggerFactory.getLogger("unitracker.telegram");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final MediaType JSON_TYPE = MediaType.get("application/json");
    private static final int LARGEST_ANSWER = 32 * 1024 * 1024;

    private final OkHttpClient http;
    private final HttpUrl base;
    private final Token token;
    private final Duration timeout;
    private final Set<Call> waiting = ConcurrentHashMap.newKeySet();

    BotApi(OkHttpClient http, HttpUrl base, Token token, Duration timeout) {
        this.http = http.newBuilder()
                .followRedirects(false)
                .followSslRedirects(false)
                .build();
        this.base = base;
        this.token = token;
        this.timeout = timeout;
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
        return result(method, call(method, parameters, timeout), false);
    }

    /**
     * Calls a method that may take its time before it answers, such as {@code getUpdates}; {@link #stopWaiting} ends that.
     *
     * @param wait how long the Bot API was asked to wait; the time to read is longer
     * @throws RefusedException if there is no result, saying why
     */
    JsonNode callAndWait(String method, ObjectNode parameters, Duration wait) {
        return result(method, call(method, parameters, timeout.plus(wait)), true);
    }

    /** Breaks off the calls that wait; they end as refused. */
    void stopWaiting() {
        waiting.forEach(Call::cancel);
    }

    private Call call(String method, ObjectNode parameters, Duration time) {
        Request request = new Request.Builder()
                .url(base.newBuilder()
                        .addPathSegment(token.pathSegment())
                        .addPathSegment(method)
                        .build())
                .post(new SentOnce(parameters.toString().getBytes(StandardCharsets.UTF_8)))
                .build();
        return http.newBuilder().readTimeout(time).callTimeout(time).build().newCall(request);
    }

    private JsonNode result(String method, Call call, boolean waits) {
        if (waits) {
            waiting.add(call);
        }
        try (Response response = call.execute()) {
            log.debug("{} {}", method, response.code());
            return result(response.code(), parsed(response));
        } catch (IOException e) {
            throw new RefusedException(
                    Reason.UNREACHABLE, "could not ask " + base.host() + " (" + words(e) + ")", null, shown(e));
        } finally {
            waiting.remove(call);
        }
    }

    private JsonNode result(int status, @Nullable JsonNode answer) {
        if (answer == null || !answer.path("ok").isBoolean()) {
            String hint = status >= 300 && status < 400 ? "; it sends us to another address" : "";
            throw new RefusedException(
                    Reason.UNREACHABLE,
                    base.host() + " answered HTTP " + status + ", not as a Bot API does" + hint,
                    null,
                    null);
        }
        if (!answer.path("ok").booleanValue()) {
            throw Refusals.read(status, answer, token);
        }
        return answer.path("result");
    }

    private static @Nullable JsonNode parsed(Response response) throws IOException {
        try (InputStream body = response.body().byteStream()) {
            return JSON.readTree(body.readNBytes(LARGEST_ANSWER));
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static String words(IOException e) {
        if (e instanceof InterruptedIOException) {
            return "no answer in time";
        }
        if (e instanceof UnknownHostException) {
            return "no such host; are the address and the network right?";
        }
        if (e instanceof ConnectException) {
            return "nobody answers there";
        }
        return e instanceof SSLException ? "its certificate is not trusted" : "the connection broke off";
    }

    /** A client that the host brought may put the address into what it throws. */
    private IOException shown(IOException failure) {
        if (!token.isShownBy(failure)) {
            return failure;
        }
        IOException hidden = new IOException(token.hide(failure.toString()));
        hidden.setStackTrace(failure.getStackTrace());
        return hidden;
    }

    /** A body that the HTTP client does not send again by itself, for what was sent may have arrived. */
    private static final class SentOnce extends RequestBody {
        private final byte[] json;

        SentOnce(byte[] json) {
            this.json = json;
        }

        @Override
        public MediaType contentType() {
            return JSON_TYPE;
        }

        @Override
        public long contentLength() {
            return json.length;
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            sink.write(json);
        }
    }
}
