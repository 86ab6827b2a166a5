package dev.unitracker.example.server.guard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.unitracker.example.server.Answer;
import dev.unitracker.example.server.Asked;
import dev.unitracker.example.server.Body;
import dev.unitracker.example.server.Handling;
import dev.unitracker.example.server.Refusal;
import dev.unitracker.example.server.Route;
import dev.unitracker.example.server.Scope;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** How a page logs in, with a token that it then forgets, and out. */
final class SessionRoutes {

    private static final String PATH = "/session";
    private static final String TOKEN = "token";
    private static final int LONGEST = 1024;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Callers callers;
    private final Sessions sessions;
    private final Cookie cookie;
    private final Reach reach;
    private final InstantSource clock;

    SessionRoutes(Callers callers, Sessions sessions, Cookie cookie, Reach reach, InstantSource clock) {
        this.callers = callers;
        this.sessions = sessions;
        this.cookie = cookie;
        this.reach = reach;
        this.clock = clock;
    }

    List<Route> all() {
        return List.of(
                Route.post(PATH, new LogIn()).needing(Scope.OPEN).ofServer(),
                Route.delete(PATH, this::logOut).needing(Scope.OPEN).ofServer());
    }

    /** Takes a token, in JSON or as a form sends it. */
    private final class LogIn implements Handling {

        @Override
        public int longestBody() {
            return LONGEST;
        }

        @Override
        public Answer answer(Asked asked) {
            String forwarded = asked.header("X-Forwarded-For").orElse(null);
            Token token = callers.withToken(sent(asked.body()), Guard.address(reach, asked.address(), forwarded));
            Sessions.Begun begun = sessions.begin(token);
            JsonNode json = JsonNodeFactory.instance
                    .objectNode()
                    .put("account", token.account())
                    .put("scope", token.scope().name().toLowerCase(Locale.ROOT))
                    .put("expires_at", begun.expiresAt().toString());
            Duration left = Duration.between(clock.instant(), begun.expiresAt());
            return Answer.of(json).with("Set-Cookie", cookie.given(begun.cookie(), left));
        }
    }

    private Answer logOut(Asked asked) {
        cookie.in(asked.header("Cookie").orElse(null)).ifPresent(sessions::end);
        JsonNode json = JsonNodeFactory.instance.objectNode().put("ok", true);
        return Answer.of(json).with("Set-Cookie", cookie.taken());
    }

    private static String sent(Body body) {
        return switch (body.type()) {
            case "application/json" -> ofJson(body.text());
            case "application/x-www-form-urlencoded" -> ofForm(body.text());
            default ->
                throw Refusal.otherMediaType(
                        "the token comes as application/json, or as application/x-www-form-urlencoded");
        };
    }

    private static String ofJson(String text) {
        try {
            JsonNode json = Objects.requireNonNullElse(MAPPER.readTree(text), JsonNodeFactory.instance.nullNode());
            if (json.isObject() && json.size() == 1 && json.path(TOKEN).isTextual()) {
                return json.get(TOKEN).asText();
            }
            throw wrong();
        } catch (JsonProcessingException e) {
            // The cause is left out: it quotes what was sent.
            throw wrong();
        }
    }

    private static String ofForm(String text) {
        String begin = TOKEN + "=";
        if (!text.startsWith(begin) || text.indexOf('&') >= 0) {
            throw wrong();
        }
        try {
            return URLDecoder.decode(text.substring(begin.length()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw wrong();
        }
    }

    private static Refusal wrong() {
        return Refusal.wrong("the body must read {\"token\": \"…\"}, or token=…");
    }
}
