package dev.unitracker.example.server.guard;

import dev.unitracker.example.server.Refusal;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Who asks, and whether too much: each by the token, who has none by the address. Safe for use by several threads. */
final class Callers {

    private static final String BEARER = "bearer ";
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY = 429;

    /** So many wrong tokens a minute. A right one is let in all the same, so that nobody is locked out by somebody else. */
    private static final int WRONG = 10;

    /** What is asked at once may be a sixth of what is asked in a minute. */
    private static final int AT_ONCE = 6;

    private final Tokens tokens;
    private final Sessions sessions;
    private final Cookie cookie;
    private final Allowance asking;
    private final Allowance failing;

    Callers(Tokens tokens, Sessions sessions, Cookie cookie, int perMinute, InstantSource clock) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.cookie = cookie;
        this.asking = new Allowance(perMinute, Math.max(1, perMinute / AT_ONCE), clock);
        this.failing = new Allowance(WRONG, WRONG, clock);
    }

    /**
     * Somebody who said who he is.
     *
     * @param token what he showed, or showed when he logged in
     * @param byCookie whether a browser showed it, which it does whatever page asks
     */
    record Caller(Token token, boolean byCookie) {}

    /**
     * Returns who asks; empty if nobody says so.
     *
     * @param address where the request came from
     * @throws Refusal if he shows a token that is none, or asks too much
     */
    Optional<Caller> of(Context request, String address) {
        Optional<Caller> caller = said(request, address);
        String who = caller.map(known -> "token " + known.token().id()).orElse("address " + address);
        checkAllowed(asking.take(who));
        return caller;
    }

    /**
     * Lets somebody ask who says nothing of himself.
     *
     * @throws Refusal if he asks too much
     */
    void checkStranger(String address) {
        checkAllowed(asking.take("address " + address));
    }

    private Optional<Caller> said(Context request, String address) {
        String header = request.header("Authorization");
        if (header != null) {
            return Optional.of(new Caller(withToken(shown(header), address), false));
        }
        return cookie.in(request.header("Cookie")).flatMap(sessions::find).map(token -> new Caller(token, true));
    }

    /**
     * Returns who asked some time ago and still does.
     *
     * @throws Refusal if what he showed is worth nothing any more
     */
    Caller again(Context request, Caller before) {
        Optional<Token> still = before.byCookie()
                ? cookie.in(request.header("Cookie")).flatMap(sessions::find)
                : Optional.ofNullable(request.header("Authorization"))
                        .map(Callers::shown)
                        .flatMap(tokens::find);
        return still.map(token -> new Caller(token, before.byCookie()))
                .orElseThrow(() -> unauthorized("the token was revoked, or its time is over"));
    }

    private static String shown(String header) {
        boolean bearer = header.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return bearer ? header.substring(BEARER.length()).strip() : "";
    }

    /**
     * Returns the token that somebody sends.
     *
     * @throws Refusal if it is none; a more severe one if there were too many of them
     */
    Token withToken(String sent, String address) {
        return tokens.find(sent).orElseThrow(() -> {
            Duration wait = failing.take(address);
            return wait.isZero()
                    ? unauthorized("there is no such token, or it was revoked, or its time is over")
                    : tooMany(wait);
        });
    }

    /** Returns the refusal of somebody who has to say who he is. */
    static Refusal unauthorized(String detail) {
        return new Refusal(UNAUTHORIZED, detail, Map.of("WWW-Authenticate", "Bearer realm=\"uni-tracker\""));
    }

    private static void checkAllowed(Duration wait) {
        if (!wait.isZero()) {
            throw tooMany(wait);
        }
    }

    private static Refusal tooMany(Duration wait) {
        long seconds = wait.plus(Duration.ofSeconds(1).minusNanos(1)).toSeconds();
        return new Refusal(
                TOO_MANY,
                "too many requests; ask again in " + seconds + " s",
                Map.of("Retry-After", Long.toString(seconds)));
    }
}
