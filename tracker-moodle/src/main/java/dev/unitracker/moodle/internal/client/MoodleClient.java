package dev.unitracker.moodle.internal.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.LoginRefusedException;
import dev.unitracker.SourceUnavailableException;
import dev.unitracker.spi.Look;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Asks a Moodle its questions during one look: ten functions to a request where the site can, one by one where it
 * cannot. Errors are told by their code. A token is only given up after the site confirmed that it is dead. For one
 * thread.
 */
public final class MoodleClient {

    static final String SITE_INFO = "core_webservice_get_site_info";

    private static final String BATCH = "tool_mobile_call_external_functions";
    private static final String REST = "webservice/rest/server.php";

    /** As many as Moodle's own app sends. */
    private static final int BATCH_SIZE = 10;

    private static final int BUSY_TRIES = 3;

    private final Transport transport;
    private final Session session;
    private final Secrets secrets;
    private final Look look;
    private boolean batching = true;
    private boolean confirmed;
    private @Nullable Instant serverTime;

    MoodleClient(Transport transport, Session session, Secrets secrets, Look look) {
        this.transport = transport;
        this.session = session;
        this.secrets = secrets;
        this.look = look;
    }

    /** Returns the server's clock at its first answer; empty if it did not tell. */
    public Optional<Instant> serverTime() {
        return Optional.ofNullable(serverTime);
    }

    /** Asks one by one from now on, because the site has no batch function. */
    public void withoutBatches() {
        batching = false;
    }

    /**
     * Asks some functions.
     *
     * @return an answer for each call; an error where Moodle answered one
     * @throws LoginRefusedException if the token is dead and no new one can be had
     * @throws SourceUnavailableException if the site cannot be read
     */
    public Map<Call, Answer> ask(List<Call> calls) {
        Map<Call, Answer> answers = new LinkedHashMap<>();
        Map<Call, Integer> busy = new LinkedHashMap<>();
        Deque<Pending> open = new ArrayDeque<>();
        calls.stream().distinct().forEach(call -> open.add(new Pending(call, call)));
        while (!open.isEmpty()) {
            List<Pending> sent = next(open);
            List<Answer> answered = send(sent);
            for (int i = 0; i < answered.size(); i++) {
                Pending pending = sent.get(i);
                Pending again = again(pending, answered.get(i), busy);
                if (again != null) {
                    open.addFirst(again);
                } else {
                    answers.put(pending.asked(), answered.get(i));
                }
            }
            // A batch stops at its first error: what came behind it has to be asked again.
            for (int i = sent.size() - 1; i >= answered.size(); i--) {
                open.addFirst(sent.get(i));
            }
        }
        return answers;
    }

    /**
     * Downloads a file of the site.
     *
     * @return the error that came instead; empty if the file was saved
     * @throws LoginRefusedException if the token is dead and no new one can be had
     */
    public Optional<MoodleError> download(String link, Path target, long largest) {
        Raw raw = transport.download(link, Map.of("token", session.token()), target, largest);
        Optional<MoodleError> error = errorInFile(raw);
        if (error.isPresent() && error.get().maybeLoggedOut() && renewed()) {
            Raw again = transport.download(link, Map.of("token", session.token()), target, largest);
            return errorInFile(again);
        }
        return error;
    }

    /** A call as it was asked, and as it is sent now that the site rejected something of it. */
    private record Pending(Call asked, Call sent) {}

    private List<Pending> next(Deque<Pending> open) {
        List<Pending> next = new ArrayList<>();
        int size = batching ? BATCH_SIZE : 1;
        while (next.size() < size && !open.isEmpty()) {
            next.add(open.removeFirst());
        }
        return next;
    }

    /** Returns what to ask in place of a call that failed for a reason that can be mended; null if it cannot. */
    private @Nullable Pending again(Pending pending, Answer answer, Map<Call, Integer> busy) {
        MoodleError error = answer.error();
        if (error == null) {
            return null;
        }
        if (error.siteClosed()) {
            throw closed(error);
        }
        if (error.maybeLoggedOut() && renewed()) {
            return pending;
        }
        if (error.argumentRejected() && !pending.sent().optional().isEmpty()) {
            return new Pending(pending.asked(), pending.sent().plain());
        }
        boolean tryAgain = error.busy() && busy.merge(pending.asked(), 1, Integer::sum) < BUSY_TRIES;
        return tryAgain ? pending : null;
    }

    private List<Answer> send(List<Pending> sent) {
        if (sent.size() == 1) {
            return List.of(single(sent.get(0).sent()));
        }
        JsonNode answer = post(BATCH, batchForm(sent));
        Optional<MoodleError> error = MoodleError.in(answer);
        if (error.isEmpty()) {
            return read(sent, answer.path("responses"));
        }
        if (error.get().siteClosed()) {
            throw closed(error.get());
        }
        boolean renewed = error.get().maybeLoggedOut() && renewed();
        if (!renewed) {
            // The site answers, but not to batches.
            withoutBatches();
        }
        return List.of();
    }

    private Answer single(Call call) {
        JsonNode answer = post(call.function(), call.form());
        return MoodleError.in(answer)
                .map(error -> Answer.failed(call, hidden(error)))
                .orElseGet(() -> kept(call, answer, answer.toString()));
    }

    private static Map<String, String> batchForm(List<Pending> sent) {
        Map<String, String> form = new TreeMap<>();
        for (int i = 0; i < sent.size(); i++) {
            form.put("requests[" + i + "][function]", sent.get(i).sent().function());
            form.put(
                    "requests[" + i + "][arguments]",
                    Json.write(sent.get(i).sent().arguments()));
        }
        return form;
    }

    private List<Answer> read(List<Pending> sent, JsonNode responses) {
        List<Answer> answers = new ArrayList<>();
        for (JsonNode response : Json.list(responses)) {
            if (answers.size() < sent.size()) {
                answers.add(read(sent.get(answers.size()).sent(), response));
            }
        }
        if (answers.isEmpty()) {
            throw unreadable("an empty batch");
        }
        return answers;
    }

    private Answer read(Call call, JsonNode response) {
        if (response.path("error").asBoolean()) {
            MoodleError error = Json.parse(Json.text(response, "exception"))
                    .flatMap(MoodleError::in)
                    .orElse(new MoodleError("unknown", ""));
            return Answer.failed(call, hidden(error));
        }
        String data = Json.text(response, "data");
        return Json.parse(data)
                .map(json -> kept(call, json, data))
                .orElseGet(() -> Answer.failed(call, new MoodleError(MoodleError.NOT_JSON, "")));
    }

    private Answer kept(Call call, JsonNode json, String text) {
        byte[] bytes = secrets.hide(text).getBytes(StandardCharsets.UTF_8);
        return new Answer(call, json, null, look.keep(call.describe(), "application/json", bytes));
    }

    private JsonNode post(String function, Map<String, String> arguments) {
        Map<String, String> form = new TreeMap<>(arguments);
        form.put("wsfunction", function);
        form.put("wstoken", session.token());
        form.put("moodlewsrestformat", "json");
        Raw raw = transport.post(REST, form);
        if (serverTime == null) {
            serverTime = raw.serverTime();
        }
        return Json.parse(raw.text()).orElseGet(() -> json(raw, function, form));
    }

    /** Half a body or a page that is gone in a moment: worth one more try, no more. */
    private JsonNode json(Raw first, String function, Map<String, String> form) {
        String start = first.text().stripLeading();
        if (first.status() != 200) {
            throw new SourceUnavailableException("the site answered HTTP " + first.status() + " to " + function
                    + "; are web services switched on, and is the site's address right?");
        }
        if (start.startsWith("<")) {
            throw unreadable("a web page");
        }
        return Json.parse(transport.post(REST, form).text()).orElseThrow(() -> unreadable("half an answer"));
    }

    private static SourceUnavailableException unreadable(String what) {
        return new SourceUnavailableException("the site sent " + what
                + " where an answer was due; nothing is taken from it, it will be tried again on the next run");
    }

    private static SourceUnavailableException closed(MoodleError error) {
        return new SourceUnavailableException(
                "the site is closed for maintenance (" + error.code() + "); it will be tried again on the next run");
    }

    /**
     * Finds out whether the token is dead and gets a new one if it is. Asked once: a site that then answers is not asked
     * again why a function is forbidden.
     *
     * @return whether there is a new token
     */
    private boolean renewed() {
        if (confirmed) {
            return false;
        }
        Optional<MoodleError> error = MoodleError.in(post(SITE_INFO, Map.of()));
        confirmed = true;
        if (error.isEmpty()) {
            return false;
        }
        if (error.get().siteClosed()) {
            throw closed(error.get());
        }
        session.renew(hidden(error.get()));
        return true;
    }

    private Optional<MoodleError> errorInFile(Raw raw) {
        if (raw.status() != 200) {
            return Optional.of(new MoodleError("HTTP " + raw.status(), ""));
        }
        String head = raw.text().stripLeading();
        if (!head.startsWith("{")) {
            return Optional.empty();
        }
        return Json.parse(head).flatMap(MoodleError::in).map(this::hidden);
    }

    private MoodleError hidden(MoodleError error) {
        return new MoodleError(error.code(), secrets.hide(error.message()));
    }
}
