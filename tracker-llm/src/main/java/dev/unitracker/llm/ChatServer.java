package dev.unitracker.llm;

import dev.unitracker.error.EnricherException;
import dev.unitracker.http.HttpAnswer;
import dev.unitracker.http.HttpDoor;
import dev.unitracker.http.NoAnswerException;
import dev.unitracker.http.NoAnswerException.Reason;
import dev.unitracker.http.Secrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Posts questions to one server. Each try has a deadline. Safe for use by several threads. */
final class ChatServer {

    private static final MediaType JSON = MediaType.get("application/json");
    private static final int LARGEST_ANSWER = 4 * 1024 * 1024;
    private static final Set<Integer> PASSING = Set.of(408, 409, 425, 429);

    /** What a key or an address that is wrong is answered with; other refusals concern the question. */
    private static final Set<Integer> SETTINGS = Set.of(301, 302, 303, 307, 308, 401, 402, 403, 404, 405, 410);

    private final HttpDoor door;
    private final String key;
    private final Secrets secrets;

    ChatServer(ChatCompletionsEnricher.Builder settings) {
        this.key = settings.apiKey;
        this.secrets = Secrets.none().add(key);
        this.door = HttpDoor.to(settings.url)
                .client(settings.http)
                .connectWithin(settings.callDeadline)
                .readWithin(settings.callDeadline)
                .answerWithin(settings.callDeadline)
                .retry(settings.waits)
                .retryOn(ChatServer::passes)
                .perMinute(settings.requestsPerMinute)
                .largestAnswer(LARGEST_ANSWER)
                .secrets(secrets)
                .logger("unitracker.llm")
                .clock(settings.clock)
                .pause(settings.pause)
                .build();
    }

    private static boolean passes(int status) {
        return PASSING.contains(status) || status >= 500;
    }

    /**
     * Asks, and asks again where that may help.
     *
     * @param beforeEachTry is run before each try
     * @return an answer, or the refusal of just this question; empty if the answer is larger than any good one
     * @throws EnricherException if there is none
     */
    Optional<HttpAnswer> ask(String json, Runnable beforeEachTry) {
        try {
            return Optional.of(usable(door.eachTry(beforeEachTry).ask(request(json))));
        } catch (NoAnswerException e) {
            if (e.reason() == Reason.TOO_LARGE) {
                return Optional.empty();
            }
            throw EnricherException.temporary(String.valueOf(e.getMessage()), e);
        }
    }

    /** Returns what was answered without the key; a server may well echo what it was sent. */
    String shown(HttpAnswer answer) {
        return secrets.hide(answer.text());
    }

    private HttpAnswer usable(HttpAnswer answer) {
        String words = door.server().host() + " answered HTTP " + answer.status();
        if (passes(answer.status())) {
            throw EnricherException.temporary(words + " again and again", new IOException("no answer"));
        }
        if (SETTINGS.contains(answer.status())) {
            throw EnricherException.permanent(words + "; check address, model and key", new IOException("refused"));
        }
        return answer;
    }

    private Request request(String json) {
        return new Request.Builder()
                .url(door.server())
                .header("Authorization", "Bearer " + key)
                .header("Accept", "application/json")
                .post(RequestBody.create(json.getBytes(StandardCharsets.UTF_8), JSON))
                .build();
    }
}
