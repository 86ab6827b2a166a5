package dev.unitracker.example.server.guard;

import dev.unitracker.example.server.Gate;
import dev.unitracker.example.server.Hosted;
import dev.unitracker.example.server.Refusal;
import dev.unitracker.example.server.Route;
import dev.unitracker.example.server.Scope;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Lets in whoever may ask: from no page of another site, with a token where others than the users of this machine come, and not too
 * often. Safe for use by several threads.
 */
public final class Guard implements Gate {

    private static final String CALLER = Guard.class.getName();
    private static final String PASSED = CALLER + ".passed";

    /** What stands behind these nobody guesses, so it needs nothing else; programs and forms of any site may send it. */
    private static final List<String> SECRET_ADDRESSES = List.of("/feeds/", "/act/", "/unsubscribe/");

    private static final String YEAR = "max-age=31536000";

    private final Reach reach;
    private final Hosted hosted;
    private final Callers callers;
    private final SessionRoutes sessions;

    private Guard(Reach reach, Hosted hosted, Callers callers, SessionRoutes sessions) {
        this.reach = reach;
        this.hosted = hosted;
        this.callers = callers;
        this.sessions = sessions;
    }

    /**
     * Makes one.
     *
     * @param database where tokens and sessions are; it has the {@linkplain GuardTables tables}
     * @param perMinute how many requests each token, and each address without one, may make in a minute
     */
    public static Guard of(DataSource database, Reach reach, Hosted hosted, int perMinute, InstantSource clock) {
        Sessions sessions = new Sessions(database, clock);
        Cookie cookie = new Cookie(reach.isEncrypted());
        Callers callers = new Callers(new Tokens(database, clock), sessions, cookie, perMinute, clock);
        return new Guard(reach, hosted, callers, new SessionRoutes(callers, sessions, cookie, reach, clock));
    }

    /** Returns the routes by which a page logs in and out. */
    public List<Route> routes() {
        return sessions.all();
    }

    @Override
    public void enter(Context request) {
        if (reach.isEncrypted()) {
            request.header("Strict-Transport-Security", YEAR);
        }
        reach.checkName(request);
        String address = address(reach, request.ip(), request.header("X-Forwarded-For"));
        if (SECRET_ADDRESSES.stream().anyMatch(request.path()::startsWith)) {
            callers.checkStranger(address);
            return;
        }
        reach.checkPage(request);
        Optional<Callers.Caller> caller = callers.of(request, address);
        if (caller.filter(Callers.Caller::byCookie).isPresent()) {
            checkMeant(request);
        }
        caller.ifPresent(known -> request.attribute(CALLER, known));
    }

    static String address(Reach reach, String peer, @Nullable String forwarded) {
        return RemoteAddress.of(peer, reach.loopback() && reach.needsTokens() ? forwarded : null);
    }

    /** A browser sends the cookie whoever had it ask, so a write has to come from a page of this server's. */
    private void checkMeant(Context request) {
        boolean meant = Writes.isNone(request)
                || reach.isFromOwnPage(request)
                || (request.header("X-Requested-With") != null && isJson(request.contentType()));
        if (!meant) {
            throw Refusal.forbidden("a browser's request that changes something must come from a page of this server"
                    + ": with its Origin, or as application/json with the header X-Requested-With");
        }
    }

    private static boolean isJson(@Nullable String type) {
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("application/json");
    }

    @Override
    public void pass(Context request, Route route, String account) {
        boolean named = isNamed(request);
        // Of an account that is named, nobody who may not read it hears whether there is one.
        Scope needed = route.scope() == Scope.OPEN && named ? Scope.READ : route.scope();
        Optional<Callers.Caller> caller = asking(request);
        if (needed == Scope.OPEN || (caller.isEmpty() && !reach.needsTokens())) {
            return;
        }
        Token token = caller.map(Callers.Caller::token)
                .orElseThrow(() -> Callers.unauthorized("a token is needed, as 'Authorization: Bearer …'"
                        + "; 'examples/run account token add NAME' makes one"));
        if (route.ofAccount() && !opens(token, account)) {
            throw named
                    ? Refusal.unknown("there is no such account")
                    : Refusal.forbidden("this token is for the account " + token.account()
                            + ": ask for the same path under /accounts/ and its name");
        }
        if (token.scope().compareTo(needed) < 0) {
            throw Refusal.forbidden("this token may only " + word(token.scope()) + "; here one of the scope "
                    + word(needed) + " is needed");
        }
    }

    /** Whoever reads on and on is asked again and again, and his token may be worth nothing by then. */
    private Optional<Callers.Caller> asking(Context request) {
        Optional<Callers.Caller> known = caller(request);
        if (request.attribute(PASSED) != null) {
            return known.map(caller -> callers.again(request, caller));
        }
        request.attribute(PASSED, true);
        return known;
    }

    @Override
    public boolean knows(Context request, String account) {
        return caller(request).map(known -> opens(known.token(), account)).orElseGet(() -> !reach.needsTokens());
    }

    private boolean opens(Token token, String account) {
        return token.opens(account) || token.opens(hosted.meant(account));
    }

    private static boolean isNamed(Context request) {
        return request.pathParamMap().containsKey("account");
    }

    private static Optional<Callers.Caller> caller(Context request) {
        return Optional.ofNullable(request.attribute(CALLER));
    }

    private static String word(Scope scope) {
        return scope.name().toLowerCase(Locale.ROOT);
    }
}
