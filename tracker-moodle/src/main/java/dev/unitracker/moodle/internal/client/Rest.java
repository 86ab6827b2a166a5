package dev.unitracker.moodle.internal.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.error.SourceUnavailableException;
import dev.unitracker.http.HttpAnswer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The site's web-service server: one function in, its answer as JSON out, whatever it says. For one thread. */
final class Rest {

    private static final String PATH = "webservice/rest/server.php";

    private final Transport transport;
    private final Session session;
    private final Room room;
    private @Nullable Instant serverTime;
    private @Nullable String language;

    Rest(Transport transport, Session session, Room room) {
        this.transport = transport;
        this.session = session;
        this.room = room;
    }

    /** An answer as it came, and what it says. */
    record Posted(String text, JsonNode json) {}

    private Optional<Posted> read(HttpAnswer raw) {
        if (!raw.isUtf8()) {
            return Optional.empty();
        }
        String text = raw.text();
        if (!room.fits(text)) {
            throw unreadable("more than there is memory for");
        }
        return Json.parse(text).map(json -> new Posted(text, json));
    }

    /** Asks in a language from now on; only what the site says of itself is asked in the student's own, to learn it. */
    void inLanguage(String language) {
        this.language = language;
    }

    /** Returns the server's clock at its first answer; empty if it did not tell. */
    Optional<Instant> serverTime() {
        return Optional.ofNullable(serverTime);
    }

    /**
     * Asks a function.
     *
     * @throws SourceUnavailableException if no JSON comes
     */
    Posted post(String function, Map<String, String> arguments) {
        Map<String, String> form = new TreeMap<>(arguments);
        form.put("wsfunction", function);
        form.put("wstoken", session.token());
        form.put("moodlewsrestformat", "json");
        // Else a name in several languages comes with all of them glued together.
        form.put("moodlewssettingfilter", "true");
        if (language != null && !function.equals(MoodleClient.SITE_INFO)) {
            form.put("moodlewssettinglang", language);
        }
        HttpAnswer raw = transport.post(PATH, form);
        if (serverTime == null) {
            serverTime = raw.serverTime();
        }
        Posted posted = read(raw).orElseGet(() -> again(raw, function, form));
        if (MoodleError.in(posted.json()).filter(MoodleError::maybeLoggedOut).isEmpty()) {
            session.proven();
        }
        return posted;
    }

    /** Half a body is worth one more try, no more. */
    private Posted again(HttpAnswer first, String function, Map<String, String> form) {
        if (first.status() != 200) {
            throw new SourceUnavailableException(
                    "the site answered HTTP " + first.status() + " to " + function
                            + "; are web services switched on, and is the site's address right?",
                    new UnusableAnswerException("HTTP " + first.status()));
        }
        if (Json.withoutMark(first.text()).stripLeading().startsWith("<")) {
            throw unreadable("a web page");
        }
        return read(transport.post(PATH, form)).orElseThrow(() -> unreadable("half an answer"));
    }

    static SourceUnavailableException unreadable(String what) {
        return new SourceUnavailableException(
                "the site sent " + what
                        + " where an answer was due; nothing is taken from it, it will be tried again on the next run",
                new UnusableAnswerException(what));
    }
}
