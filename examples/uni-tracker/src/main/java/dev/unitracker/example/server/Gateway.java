package dev.unitracker.example.server;

import dev.unitracker.Account;
import dev.unitracker.error.AccountBusyException;
import dev.unitracker.error.StoreException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Between Javalin and the routes: reads requests, writes answers, and says of every failure no more than whoever asked may know. */
final class Gateway {

    private static final Logger log = LoggerFactory.getLogger("unitracker.api");

    /** What every answer has, unless it says otherwise. */
    static final Map<String, String> COMMON_HEADERS = Map.of(
            "X-Content-Type-Options",
            "nosniff",
            "Content-Security-Policy",
            "default-src 'none'; frame-ancestors 'none'",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Cache-Control",
            "no-store",
            "Vary",
            "Accept-Encoding");

    private static final String METHOD_OVERRIDE = "X-HTTP-Method-Override";
    private static final Pattern DOTS = Pattern.compile("/\\.\\.?(?:/|$)");
    private static final int FAULT = 500;
    private static final String ROUTE = "unitracker.route";

    private final Hosted hosted;
    private final Gate gate;
    private final Streams streams;
    private final Standings standings = new Standings();

    Gateway(Hosted hosted, Gate gate, Streams streams) {
        this.hosted = hosted;
        this.gate = gate;
        this.streams = streams;
    }

    /** Adds what is done before any route, and what becomes of failures. */
    void frame(RoutesConfig routes) {
        routes.before(this::enter);
        routes.exception(Refusal.class, (refusal, context) -> write(context, refusal.answer()));
        routes.exception(HttpResponseException.class, (failure, context) -> write(context, answer(failure)));
        routes.exception(
                AccountBusyException.class,
                (failure, context) -> write(
                        context,
                        Refusal.conflict("a look at this account is going on; ask again when it is over")
                                .answer()));
        routes.exception(StoreException.class, (failure, context) -> {
            log.error("the store failed", failure);
            write(
                    context,
                    Refusal.unavailable("what is stored cannot be read or written now; ask again later")
                            .answer());
        });
        routes.exception(Exception.class, (failure, context) -> {
            log.error("a request failed; please report it with these lines", failure);
            write(context, Answer.refused(FAULT, ServerErrors.words(FAULT)));
        });
    }

    /** Adds a route, on each of its paths. */
    void add(Route route, RoutesConfig routes) {
        for (String path : route.paths()) {
            switch (route.verb()) {
                case GET -> {
                    routes.addHttpHandler(HandlerType.GET, path, context -> answer(route, context));
                    routes.addHttpHandler(HandlerType.HEAD, path, context -> answer(route, context));
                }
                case POST -> routes.addHttpHandler(HandlerType.POST, path, context -> answer(route, context));
                case DELETE -> routes.addHttpHandler(HandlerType.DELETE, path, context -> answer(route, context));
            }
        }
    }

    private void enter(Context context) {
        COMMON_HEADERS.forEach(context::header);
        if (DOTS.matcher(context.path()).find()) {
            // Whoever stands before this server may take such a path for another one than it is here.
            throw Refusal.wrong("a part of a path must not be . or ..");
        }
        if (context.header(METHOD_OVERRIDE) != null) {
            // Else a request that looks as if it only read could write.
            throw Refusal.wrong("the header " + METHOD_OVERRIDE + " is not followed here; send the method itself");
        }
        gate.enter(context);
    }

    /** Returns the path of the route that was asked for, as it is written in the document; {@code none} if there is none. */
    static String route(Context context) {
        String route = context.attribute(ROUTE);
        return route == null ? "none" : route;
    }

    private void answer(Route route, Context context) {
        context.attribute(ROUTE, route.path());
        Map<String, String> parts = context.pathParamMap();
        String account = parts.getOrDefault("account", hosted.standard());
        gate.pass(context, route, account);
        Body body = Body.of(context, route.handling().longestBody());
        Query query = Query.of(context.req().getQueryString(), route.parameters());
        // All of them, so that what is wrong is refused whether it would be used or not.
        route.parameters().forEach(parameter -> parameter.read(query.find(parameter.name())));
        Asked.Target target = new Asked.Target(context.path(), account, parts);
        Asked.Envelope envelope = new Asked.Envelope(context::header, body, context.ip(), gate.knows(context, account));
        Answer answer = route.handling().answer(new Asked(hosted, standings, target, query, envelope));
        write(context, answer);
        if (answer.events().isPresent() && !context.method().equals(HandlerType.HEAD)) {
            Events events = answer.events().get();
            Runnable check = () -> {
                gate.pass(context, route, account);
                Account unusedButThere =
                        hosted.account(account).orElseThrow(() -> Refusal.unknown("there is no such account any more"));
            };
            context.future(() -> streams.begin(context, events, check));
        }
    }

    private static Answer answer(HttpResponseException failure) {
        Answer answer = Answer.refused(failure.getStatus(), ServerErrors.words(failure.getStatus()));
        String methods = failure.getDetails()
                .getOrDefault("availableMethods", failure.getDetails().getOrDefault("Available methods", ""));
        return methods.isEmpty() ? answer : answer.with("Allow", methods);
    }

    private static void write(Context context, Answer answer) {
        context.status(answer.status());
        context.res().setContentType(answer.contentType().isEmpty() ? null : answer.contentType());
        answer.headers().forEach(context::header);
        if (answer.events().isEmpty()) {
            context.result(answer.body());
        }
    }

    /** Answers where there is no memory, or no stack, to do more. */
    static void failed(HttpServletResponse response, Error error) {
        log.error("a request failed for want of memory, or by a mistake of the program", error);
        Answer answer = Answer.refused(FAULT, ServerErrors.words(FAULT));
        response.setStatus(answer.status());
        response.setContentType(answer.contentType());
        try {
            response.getOutputStream().write(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
