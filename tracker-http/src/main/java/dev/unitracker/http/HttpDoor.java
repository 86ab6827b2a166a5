package dev.unitracker.http;

import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.ByteString;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks one server and no other. It tries again where that may help, waits as long as the server asks, keeps a budget, reads
 * no more than it should, and says in words why no answer came. No secret is logged or thrown.
 *
 * <pre>{@code
 * HttpDoor door = HttpDoor.to(HttpUrl.get("https://campus.example.edu")).perMinute(60).build();
 * HttpAnswer answer = door.ask(new Request.Builder().url(door.server()).build());
 * }</pre>
 *
 * <p>An answer is returned whatever its status is; when tries are over, the last one. No redirect is followed. Each try counts
 * in the budget of requests in a minute. {@link #ask} and {@link #save} block until there is an answer or all tries failed,
 * waits included. Safe for use by several threads, which share connections and budget.
 */
public final class HttpDoor {

    private final DoorRules rules;
    private final OkHttpClient client;
    private final RequestGate gate;
    private final Retry retry;
    private final Logger log;
    private final Runnable eachTry;
    private final TimeLimit limit;
    private final Set<Call> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean brokenOff;

    HttpDoor(DoorRules rules, OkHttpClient client, RequestGate gate, String logger) {
        this.rules = rules;
        this.client = client;
        this.gate = gate;
        this.retry = Retry.of(rules.server().host(), retries(rules));
        this.log = LoggerFactory.getLogger(logger);
        this.eachTry = () -> {};
        this.limit = TimeLimit.NONE;
    }

    private HttpDoor(HttpDoor other, OkHttpClient client, Runnable eachTry, TimeLimit limit) {
        this.rules = other.rules;
        this.client = client;
        this.gate = other.gate;
        this.retry = other.retry;
        this.log = other.log;
        this.eachTry = eachTry;
        this.limit = limit;
    }

    private static RetryConfig retries(DoorRules rules) {
        return RetryConfig.<HttpAnswer>custom()
                .maxAttempts(rules.waits().attempts())
                .intervalBiFunction(rules.waits().asAsked())
                .retryOnResult(answer -> rules.worthAnotherTry().test(answer.status()))
                .retryOnException(e -> e instanceof NoAnswerException failure
                        && failure.reason().worthAnotherTry())
                .build();
    }

    /**
     * Starts building a door.
     *
     * @param server the server's address; what comes after the port does not limit what can be asked
     */
    public static HttpDoorBuilder to(HttpUrl server) {
        return new HttpDoorBuilder(server);
    }

    /** Returns the server's address, as it was given. */
    public HttpUrl server() {
        return rules.server();
    }

    /** Tells whether an address is one of the server: the same scheme, host and port. */
    public boolean leadsTo(HttpUrl url) {
        return rules.leadsTo(url);
    }

    /**
     * Returns a door with the same connections, budget and settings that runs something before each try, for example to
     * count it. This door stays as it is. What the action throws ends the question. It is called by the thread that asks.
     */
    public HttpDoor eachTry(Runnable action) {
        return new HttpDoor(this, client, Objects.requireNonNull(action, "action"), limit);
    }

    /**
     * Returns a door with the same connections, budget and settings, but another limit for each try as a whole. This door stays
     * as it is.
     *
     * @param time how long a try may take; zero for no limit
     * @throws IllegalArgumentException if it is negative
     */
    public HttpDoor within(Duration time) {
        OkHttpClient other =
                client.newBuilder().readTimeout(time).callTimeout(time).build();
        return new HttpDoor(this, other, eachTry, limit);
    }

    /**
     * Returns a door with the same connections, budget and settings, but another limit for each try as a whole; how long nothing
     * may come stays as it is. This door stays as it is too.
     *
     * @throws IllegalArgumentException if the time is not positive
     */
    public HttpDoor eachWithin(Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("a time must be positive: " + time);
        }
        return new HttpDoor(this, client.newBuilder().callTimeout(time).build(), eachTry, limit);
    }

    /**
     * Returns a door with the same connections, budget and settings, all of whose questions together, tries and waits included,
     * take no longer than a time from now on, by the clock of the door. Then no answer comes, for the reason
     * {@link NoAnswerException.Reason#OUT_OF_TIME}. This door stays as it is.
     *
     * @throws IllegalArgumentException if the time is not positive
     */
    public HttpDoor allWithin(Duration time) {
        return new HttpDoor(this, client, eachTry, TimeLimit.of(time, rules.clock()));
    }

    /**
     * Ends what is asked through this door, now and later: it throws {@link NoAnswerException}. Doors that were made of this one
     * go on. Any thread may call it.
     */
    public void breakOff() {
        brokenOff = true;
        underWay.forEach(Call::cancel);
    }

    /**
     * Asks, and asks again where that may help.
     *
     * @return what the server answered, an error or not
     * @throws NoAnswerException if nothing came after some tries, or the answer is too large
     * @throws IllegalArgumentException if the address is of another server
     */
    public HttpAnswer ask(Request request) throws NoAnswerException {
        return tried(request, rules::whole);
    }

    /**
     * Asks as {@link #ask} does, and writes the body of the answer to a file, an error's body as well. A file that is there is
     * overwritten; after an exception, it may hold a part of the answer.
     *
     * @param largest how many bytes it may have
     * @return the answer with the first kilobyte of its body
     * @throws NoAnswerException if nothing came after some tries, or the answer is too large
     * @throws IllegalArgumentException if the address is of another server
     * @throws UncheckedIOException if the file cannot be written
     */
    public HttpAnswer save(Request request, Path target, long largest) throws NoAnswerException {
        return tried(request, response -> SavedBody.write(response, target, largest));
    }

    /**
     * Waits as after a failed try, because the server said in words of its own that it is too busy. From then on half as many
     * requests are made at once.
     *
     * @param attempt how many tries there were, at least 1
     * @throws NoAnswerException if the thread is interrupted meanwhile; it stays interrupted
     */
    public void holdOn(int attempt) throws NoAnswerException {
        gate.slowDown();
        pause(rules.waits().growing().apply(attempt));
    }

    private interface BodyReader {
        ByteString read(Response response) throws IOException;
    }

    private HttpAnswer tried(Request request, BodyReader reader) throws NoAnswerException {
        Retry.AsyncContext<HttpAnswer> tries = retry.asyncContext();
        while (true) {
            long wait;
            try {
                HttpAnswer answer = once(request, reader);
                wait = tries.onResult(answer);
                if (wait < 0) {
                    return answer;
                }
            } catch (NoAnswerException e) {
                wait = tries.onError(e);
                if (wait < 0) {
                    throw e;
                }
            }
            pause(wait);
        }
    }

    private HttpAnswer once(Request request, BodyReader reader) throws NoAnswerException {
        if (!leadsTo(request.url())) {
            throw new IllegalArgumentException("a door to " + rules.server().host() + " asks no other server");
        }
        try {
            gate.enter();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        try {
            leaveTimeFor(Duration.ZERO);
            eachTry.run();
            return send(rules.dressed(request), reader);
        } finally {
            gate.leave();
        }
    }

    private HttpAnswer send(Request request, BodyReader reader) throws NoAnswerException {
        Call call = client.newCall(request);
        limit.shorten(call.timeout());
        underWay.add(call);
        try {
            if (brokenOff) {
                throw rules.interrupted(null);
            }
            return answer(call, reader);
        } finally {
            underWay.remove(call);
        }
    }

    private HttpAnswer answer(Call call, BodyReader reader) throws NoAnswerException {
        try (Response response = call.execute()) {
            HttpAnswer answer = HttpAnswer.of(response, reader.read(response), rules.clock());
            String path = rules.secrets().hide(call.request().url().encodedPath());
            log.debug(
                    "{} {} {} {}",
                    rules.server().host(),
                    path,
                    answer.status(),
                    answer.body().size());
            if (rules.worthAnotherTry().test(answer.status())) {
                gate.slowDown();
            }
            return answer;
        } catch (IOException e) {
            if (brokenOff) {
                throw rules.interrupted(null);
            }
            throw limit.isOver() ? rules.outOfTime(e) : rules.noAnswer(e);
        }
    }

    private void leaveTimeFor(Duration wait) throws NoAnswerException {
        if (!limit.leaves(wait)) {
            throw rules.outOfTime(null);
        }
    }

    /** Nobody waits for what could not be asked afterwards. */
    private void pause(long millis) throws NoAnswerException {
        leaveTimeFor(Duration.ofMillis(millis));
        try {
            gate.sleep(Duration.ofMillis(millis));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private NoAnswerException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return rules.interrupted(e);
    }

    /** Returns how many requests may be under way at once by now. */
    int allowed() {
        return gate.allowed();
    }

    @Override
    public String toString() {
        return "HttpDoor to " + rules.server().host();
    }
}
