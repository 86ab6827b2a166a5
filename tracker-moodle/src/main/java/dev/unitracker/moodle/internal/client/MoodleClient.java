package dev.unitracker.moodle.internal.client;

import dev.unitracker.error.LoginRefusedException;
import dev.unitracker.error.SourceUnavailableException;
import dev.unitracker.http.HttpAnswer;
import dev.unitracker.http.Secrets;
import dev.unitracker.moodle.internal.client.Rest.Posted;
import dev.unitracker.spi.Look;
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
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks a Moodle its questions during one look: ten functions to a request where the site can, one by one where it
 * cannot. Errors are told by their code. A token is only given up after the site confirmed that it is dead. For one
 * thread.
 */
final class MoodleClient {

    static final String SITE_INFO = "core_webservice_get_site_info";

    private static final String BATCH = "tool_mobile_call_external_functions";

    /** As many as Moodle's own app sends. */
    private static final int BATCH_SIZE = 10;

    private static final int BUSY_TRIES = 3;

    private static final String REJECTED = "rejected arguments/";

    private final Transport transport;
    private final Session session;
    private final Secrets secrets;
    private final Look look;
    private final Rest rest;
    private final Outage outage;
    private final AnswerReader reader;
    private boolean batching = true;
    private int oneByOne;
    private int confirmed = -1;
    private boolean refused;

    MoodleClient(Transport transport, Session session, Secrets secrets, Look look) {
        this.transport = transport;
        this.session = session;
        this.secrets = secrets;
        this.look = look;
        Room room = Room.ofThisProgram();
        this.rest = new Rest(transport, session, room);
        this.reader = new AnswerReader(secrets, room);
        this.outage = new Outage(rest, secrets);
    }

    /** Returns the server's clock at its first answer; empty if it did not tell. */
    Optional<Instant> serverTime() {
        return rest.serverTime();
    }

    /** Tells whether the site refused a function, so that what it offers had better be asked again. */
    boolean refusedSomething() {
        return refused;
    }

    /** Asks one by one from now on, because the site has no batch function. */
    void withoutBatches() {
        batching = false;
    }

    /** Asks in a language from now on. */
    void inLanguage(String language) {
        rest.inLanguage(language);
    }

    /**
     * Asks some functions.
     *
     * @param answers is told the answer to each when it comes; an error where Moodle answered one
     * @throws LoginRefusedException if the token is dead and no new one can be had
     * @throws SourceUnavailableException if the site cannot be read
     */
    void ask(List<Call> calls, Consumer<Said> answers) {
        Map<Call, Integer> busy = new LinkedHashMap<>();
        Deque<Pending> open = new ArrayDeque<>();
        calls.stream().distinct().forEach(call -> open.add(new Pending(call, accepted(call))));
        while (!open.isEmpty()) {
            List<Pending> sent = next(open);
            List<Said> answered = send(sent);
            for (int i = 0; i < answered.size(); i++) {
                Pending pending = sent.get(i);
                Pending again = again(pending, answered.get(i), busy);
                if (again != null) {
                    open.addFirst(again);
                } else {
                    answers.accept(answered.get(i).to(pending.asked()));
                }
            }
            // A batch stops at its first error: what came behind it has to be asked again.
            for (int i = sent.size() - 1; i >= answered.size(); i--) {
                open.addFirst(sent.get(i));
            }
        }
    }

    /**
     * Downloads a file of the site.
     *
     * @return the error that came instead; one that {@linkplain MoodleError#outOfOrder says so} if no other file would be sent
     *     either; empty if the file was saved
     * @throws LoginRefusedException if the token is dead and no new one can be had
     * @throws SourceUnavailableException if this file cannot be read, or is not the site's
     */
    Optional<MoodleError> download(String link, Path target, long largest) {
        Optional<MoodleError> error = file(link, target, largest);
        try {
            error.ifPresent(outage::check);
            return error.isPresent() && error.get().maybeLoggedOut() && renewed() ? file(link, target, largest) : error;
        } catch (SourceUnavailableException e) {
            return Optional.of(MoodleError.outOfOrder(e.getMessage()));
        }
    }

    private Optional<MoodleError> file(String link, Path target, long largest) {
        try {
            HttpAnswer raw = transport.download(link, Map.of("token", session.token()), target, largest);
            outage.usable();
            return errorInFile(raw);
        } catch (SourceUnavailableException e) {
            return Optional.of(MoodleError.outOfOrder(whyNoOther(e)));
        }
    }

    /** A file may be missing or broken; where the site itself is, no other will come. */
    private String whyNoOther(SourceUnavailableException failure) {
        if (failure.getCause() == null) {
            throw failure;
        }
        if (UnusableAnswerException.smallerMayHelp(failure.getCause())) {
            try {
                outage.unusable();
            } catch (SourceUnavailableException gone) {
                return String.valueOf(gone.getMessage());
            }
            throw failure;
        }
        return String.valueOf(failure.getMessage());
    }

    /** A call as it was asked, and as it is sent now that the site rejected something of it. */
    private record Pending(Call asked, Call sent) {}

    /** What the site rejected in an earlier look is not sent again. */
    private Call accepted(Call call) {
        return look.memory().notes().containsKey(REJECTED + call.function()) ? call.plain() : call;
    }

    private List<Pending> next(Deque<Pending> open) {
        List<Pending> next = new ArrayList<>();
        int size = batching && oneByOne == 0 ? BATCH_SIZE : 1;
        oneByOne = Math.max(0, oneByOne - 1);
        while (next.size() < size && !open.isEmpty()) {
            next.add(open.removeFirst());
        }
        return next;
    }

    /** Returns what to ask in place of a call that failed for a reason that can be mended; null if it cannot. */
    private @Nullable Pending again(Pending pending, Said answer, Map<Call, Integer> busy) {
        MoodleError error = answer.error();
        if (error == null) {
            outage.answered();
            return null;
        }
        outage.failed(error);
        if (error.maybeLoggedOut() && renewed()) {
            return pending;
        }
        if (error.argumentRejected() && !pending.sent().optional().isEmpty()) {
            look.memory()
                    .note(
                            REJECTED + pending.sent().function(),
                            String.join(" ", new TreeSet<>(pending.sent().optional())));
            return new Pending(pending.asked(), pending.sent().plain());
        }
        int tries = error.busy() ? busy.merge(pending.asked(), 1, Integer::sum) : BUSY_TRIES;
        if (tries >= BUSY_TRIES) {
            return null;
        }
        transport.holdOn(tries);
        return pending;
    }

    private List<Said> send(List<Pending> sent) {
        if (sent.size() == 1) {
            return List.of(alone(sent.get(0).sent()));
        }
        try {
            List<Said> answers = batch(sent);
            outage.usable();
            return answers;
        } catch (SourceUnavailableException e) {
            if (!UnusableAnswerException.smallerMayHelp(e.getCause())) {
                throw e;
            }
            // One of these breaks the whole answer; asked one by one, only that one is lost.
            oneByOne = sent.size();
            return List.of();
        }
    }

    private List<Said> batch(List<Pending> sent) {
        Posted answer = rest.post(BATCH, batchForm(sent));
        Optional<MoodleError> error = MoodleError.in(answer.json());
        if (error.isEmpty()) {
            return reader.batch(
                    sent.stream().map(Pending::sent).toList(), answer.json().path("responses"));
        }
        outage.failed(error.get());
        boolean renewed = error.get().maybeLoggedOut() && renewed();
        if (!renewed) {
            // The site answers, but not to batches.
            withoutBatches();
        }
        return List.of();
    }

    private Said alone(Call call) {
        try {
            Posted answer = rest.post(call.function(), call.form());
            outage.usable();
            return MoodleError.in(answer.json())
                    .map(error -> reader.failed(call, error))
                    .orElseGet(() -> reader.said(call, answer.json(), answer.text()));
        } catch (SourceUnavailableException e) {
            if (!UnusableAnswerException.smallerMayHelp(e.getCause())) {
                throw e;
            }
            outage.unusable();
            String words = e.getMessage() == null ? "" : e.getMessage();
            return reader.failed(call, new MoodleError(MoodleError.NOT_JSON, words));
        }
    }

    private static Map<String, String> batchForm(List<Pending> sent) {
        Map<String, String> form = new TreeMap<>();
        for (int i = 0; i < sent.size(); i++) {
            form.put("requests[" + i + "][function]", sent.get(i).sent().function());
            form.put(
                    "requests[" + i + "][arguments]",
                    Json.write(sent.get(i).sent().arguments()));
            form.put("requests[" + i + "][settingfilter]", "1");
        }
        return form;
    }

    /**
     * Finds out whether the token is dead and gets a new one if it is. Asked once for each: a site that then answers is not
     * asked again why a function is forbidden.
     *
     * @return whether there is a new token
     */
    private boolean renewed() {
        int logins = session.logins();
        if (confirmed == logins) {
            return false;
        }
        Optional<MoodleError> error =
                MoodleError.in(rest.post(SITE_INFO, Map.of()).json());
        confirmed = logins;
        error.ifPresent(outage::check);
        // Any other error is the site's trouble and says nothing of the token.
        Optional<MoodleError> dead = error.filter(MoodleError::maybeLoggedOut);
        dead.ifPresent(why -> session.renew(why.without(secrets)));
        refused = true;
        return dead.isPresent();
    }

    private Optional<MoodleError> errorInFile(HttpAnswer raw) {
        if (raw.status() != 200) {
            return Optional.of(new MoodleError("HTTP " + raw.status(), ""));
        }
        String head = Json.withoutMark(raw.text()).stripLeading();
        // A file of the student's may be JSON as well, but has no error code of Moodle's.
        if (!head.startsWith("{") || !head.contains("\"errorcode\":\"")) {
            return Optional.empty();
        }
        MoodleError cutShort = new MoodleError("unknown", "an error came instead of the file");
        return Optional.of(
                Json.parse(head).flatMap(MoodleError::in).orElse(cutShort).without(secrets));
    }
}
