package dev.unitracker.http;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.IntPredicate;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a door. Each setter checks at once and throws {@link IllegalArgumentException} for what cannot be. A door keeps the
 * settings that it was built with. Not for use by several threads.
 */
public final class HttpDoorBuilder {

    private final HttpUrl server;
    private OkHttpClient client = new OkHttpClient();
    private @Nullable Duration connecting;
    private @Nullable Duration reading;
    private @Nullable Duration deadline;
    private RetryWaits waits = RetryWaits.DEFAULT;
    private IntPredicate worthAnotherTry = HttpAnswer::worthAnotherTry;
    private int atOnce = RequestGate.NO_LIMIT;
    private int perMinute = RequestGate.NO_LIMIT;
    private @Nullable RequestBudget budget;
    private long largest = 64L * 1024 * 1024;
    private boolean once;
    private @Nullable String userAgent;
    private Secrets secrets = Secrets.none();
    private String logger = "unitracker.http";
    private InstantSource clock = InstantSource.system();
    private Pause pause = time -> Thread.sleep(time.toMillis());

    HttpDoorBuilder(HttpUrl server) {
        this.server = Objects.requireNonNull(server, "server");
    }

    /**
     * Sets the client whose connections, proxy and certificates are used. The client itself follows no redirect, whatever it
     * says. It sees the secrets: one that logs addresses logs them. Default: a new one.
     */
    public HttpDoorBuilder client(OkHttpClient client) {
        this.client = Objects.requireNonNull(client, "client");
        return this;
    }

    /** Sets how long it may take to connect. Default: what the client says. */
    public HttpDoorBuilder connectWithin(Duration time) {
        this.connecting = positive(time);
        return this;
    }

    /** Sets how long nothing may come while an answer is read. Default: what the client says. */
    public HttpDoorBuilder readWithin(Duration time) {
        this.reading = positive(time);
        return this;
    }

    /** Sets how long one try may take from beginning to end. Default: what the client says. */
    public HttpDoorBuilder answerWithin(Duration time) {
        this.deadline = positive(time);
        return this;
    }

    /** Sets how often a question is asked and how long the waits in between are. Default: {@link RetryWaits#DEFAULT}. */
    public HttpDoorBuilder retry(RetryWaits waits) {
        this.waits = Objects.requireNonNull(waits, "waits");
        return this;
    }

    /**
     * Sets after which statuses a question is asked again. After no answer at all it always is, unless tries are over.
     * Default: 429, and 500 or more.
     */
    public HttpDoorBuilder retryOn(IntPredicate statuses) {
        this.worthAnotherTry = Objects.requireNonNull(statuses, "statuses");
        return this;
    }

    /**
     * Sends each question once: it is not tried again by the door, nor a body sent again by the client, for what was sent may
     * have arrived. Default: it is tried as {@link #retry} says.
     */
    public HttpDoorBuilder once() {
        this.once = true;
        return this;
    }

    /**
     * Sets how many requests are made at once; further threads wait. It is halved, down to one, after each answer that is worth
     * another try, and does not grow again. Default: no limit.
     */
    public HttpDoorBuilder atOnce(int requests) {
        this.atOnce = positive(requests);
        return this;
    }

    /**
     * Sets how many requests are made in a minute at most, tries included. The next one waits until a minute has passed since the
     * first of them. Default: no limit.
     */
    public HttpDoorBuilder perMinute(int requests) {
        this.perMinute = positive(requests);
        return this;
    }

    /**
     * Sets a budget that other doors may share, instead of one of this door's own, as {@link #perMinute} makes it. Default:
     * one of its own.
     */
    public HttpDoorBuilder budget(RequestBudget shared) {
        this.budget = Objects.requireNonNull(shared, "shared");
        return this;
    }

    /** Sets how many bytes an answer may have that is not saved to a file. Default: 64 MB. */
    public HttpDoorBuilder largestAnswer(int bytes) {
        this.largest = positive(bytes);
        return this;
    }

    /** Sets the header {@code User-Agent}. Default: what the request or the client says. */
    public HttpDoorBuilder userAgent(String name) {
        this.userAgent = Objects.requireNonNull(name, "name");
        return this;
    }

    /**
     * Sets the secrets that are hidden in what is logged and thrown. The door keeps this object, so secrets that are added to it
     * later are hidden too. Default: none are known.
     */
    public HttpDoorBuilder secrets(Secrets secrets) {
        this.secrets = Objects.requireNonNull(secrets, "secrets");
        return this;
    }

    /** Sets the name of the logger, which gets a line for each answer at level DEBUG. Default: {@code unitracker.http}. */
    public HttpDoorBuilder logger(String name) {
        this.logger = Objects.requireNonNull(name, "name");
        return this;
    }

    /** Sets the clock of the budget, and of dates that servers tell without their own time. Default: the system's. */
    public HttpDoorBuilder clock(InstantSource clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
        return this;
    }

    /** Sets how the door waits. Default: the thread sleeps. */
    public HttpDoorBuilder pause(Pause pause) {
        this.pause = Objects.requireNonNull(pause, "pause");
        return this;
    }

    /** Builds the door. Nothing is asked yet. */
    public HttpDoor build() {
        RetryWaits tries = once ? new RetryWaits(1, waits.first(), waits.longest()) : waits;
        DoorRules rules = new DoorRules(server, tries, worthAnotherTry, largest, secrets, clock, userAgent, once);
        return new HttpDoor(rules, derivedClient(), new RequestGate(atOnce, ownOrShared(), pause), logger);
    }

    private RequestBudget ownOrShared() {
        return budget == null ? RequestBudget.perMinute(perMinute, clock) : budget;
    }

    private OkHttpClient derivedClient() {
        OkHttpClient.Builder derived =
                client.newBuilder().followRedirects(false).followSslRedirects(false);
        if (connecting != null) {
            derived.connectTimeout(connecting);
        }
        if (reading != null) {
            derived.readTimeout(reading);
        }
        if (deadline != null) {
            derived.callTimeout(deadline);
        }
        return derived.build();
    }

    private static Duration positive(Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("a time must be positive: " + time);
        }
        return time;
    }

    private static int positive(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("a number must be positive: " + number);
        }
        return number;
    }
}
