package dev.unitracker.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.http.Secrets;
import dev.unitracker.telegram.RefusedException.Reason;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the Bot API says when it refuses something: {@code {"ok":false,"error_code":429,"description":"…",
 * "parameters":{"retry_after":5}}} (<a href="https://core.telegram.org/bots/api#responseparameters">Bot API,
 * ResponseParameters</a>).
 */
final class Refusals {

    /** Whoever is asked too soon only says so again; whoever waits for a day tells nothing for a day. */
    private static final long LONGEST_WAIT_SECONDS = Duration.ofHours(1).toSeconds();

    private static final String MOVED = "migrate_to_chat_id";

    private Refusals() {}

    static RefusedException read(int status, JsonNode answer, Secrets secrets) {
        int code = answer.path("error_code").asInt(status);
        String said = secrets.hide(answer.path("description").asText("HTTP " + code));
        JsonNode parameters = answer.path("parameters");
        if (parameters.has(MOVED)) {
            String to = parameters.path(MOVED).asText();
            return RefusedException.moved("the group has a new id, " + to + "; set that one", to);
        }
        Reason reason = reason(code, said);
        return new RefusedException(reason, words(reason, said), retryAfter(parameters), null);
    }

    private static Reason reason(int code, String said) {
        return switch (code) {
            case 401, 404 -> Reason.WRONG_TOKEN;
            case 403 -> Reason.FORBIDDEN;
            case 409 -> Reason.ANOTHER_RECEIVER;
            case 429 -> Reason.TOO_FAST;
            default -> {
                Reason refused = said.contains("chat not found") ? Reason.NO_CHAT : Reason.UNACCEPTABLE;
                // A refusal that says no code of its own may come from whoever stands before Telegram.
                yield code >= 400 && code < 500 ? refused : Reason.UNREACHABLE;
            }
        };
    }

    private static String words(Reason reason, String said) {
        return switch (reason) {
            case WRONG_TOKEN ->
                "Telegram does not know the bot's token (" + said + "); take the right one from @BotFather";
            case FORBIDDEN ->
                "Telegram says that the chat does not take messages from the bot (" + said
                        + "); write /start to the bot from there";
            case NO_CHAT ->
                "Telegram does not know the chat (" + said
                        + "); is its id right, and did somebody write /start to the bot there?";
            case ANOTHER_RECEIVER ->
                "another program receives what is written to this bot (" + said
                        + "); stop that one, or use a bot of its own for each";
            case TOO_FAST -> "Telegram asks for patience (" + said + ")";
            case UNREACHABLE -> "Telegram is out of order (" + said + ")";
            case UNACCEPTABLE -> "Telegram did not take it (" + said + ")";
        };
    }

    private static @Nullable Duration retryAfter(JsonNode parameters) {
        long seconds = parameters.path("retry_after").asLong(0);
        return seconds > 0 ? Duration.ofSeconds(Math.min(seconds, LONGEST_WAIT_SECONDS)) : null;
    }
}
