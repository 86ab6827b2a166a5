package dev.unitracker.http;

import java.io.IOException;
import java.time.InstantSource;
import java.util.function.IntPredicate;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * How a door asks and what it takes for an answer.
 *
 * @param worthAnotherTry tells of a status whether the same question may be answered a moment later
 * @param largest how many bytes an answer may have that is kept in memory
 * @param userAgent what the door says it is; null for what the request or the client says
 * @param once whether a body is never sent twice
 */
record DoorRules(
        HttpUrl server,
        RetryWaits waits,
        IntPredicate worthAnotherTry,
        long largest,
        Secrets secrets,
        InstantSource clock,
        @Nullable String userAgent,
        boolean once) {

    boolean leadsTo(HttpUrl url) {
        return url.scheme().equals(server.scheme()) && url.host().equals(server.host()) && url.port() == server.port();
    }

    /** Returns a request as it is sent. */
    Request dressed(Request request) {
        Request.Builder dressed = request.newBuilder();
        if (userAgent != null) {
            dressed.header("User-Agent", userAgent);
        }
        RequestBody body = request.body();
        if (once && body != null) {
            dressed.method(request.method(), new SentOnce(body));
        }
        return dressed.build();
    }

    /** Reads the body of an answer. */
    ByteString whole(Response response) throws IOException {
        BufferedSource body = response.body().source();
        if (response.body().contentLength() > largest || body.request(largest + 1)) {
            throw new TooLargeException(largest);
        }
        return body.readByteString();
    }

    NoAnswerException noAnswer(IOException failure) {
        return NoAnswerException.of(server.host(), failure, secrets);
    }

    NoAnswerException outOfTime(@Nullable IOException failure) {
        return NoAnswerException.outOfTime(server.host(), failure == null ? null : secrets.hide(failure));
    }

    NoAnswerException interrupted(@Nullable InterruptedException cause) {
        return NoAnswerException.interrupted(server.host(), cause);
    }
}
