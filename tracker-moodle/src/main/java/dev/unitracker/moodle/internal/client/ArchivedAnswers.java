package dev.unitracker.moodle.internal.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.error.SourceUnavailableException;
import dev.unitracker.spi.Answer;
import dev.unitracker.spi.Archive;
import dev.unitracker.spi.Kept;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Asks a Moodle through the archive of a look, which keeps its answers and gives them again in a replay. For one thread. */
final class ArchivedAnswers implements SiteAnswers {

    /** What the server's clock said is kept under this name. */
    private static final String CLOCK = "clock of the server";

    /** Whether the site refused something is kept under this name. */
    private static final String REFUSED = "refused something";

    private final Archive archive;
    private final MoodleClient client;
    private @Nullable Instant serverTime;

    ArchivedAnswers(Archive archive, MoodleClient client) {
        this.archive = archive;
        this.client = client;
    }

    @Override
    public Map<Call, Response> ask(List<Call> calls) {
        Map<Call, String> requests = new LinkedHashMap<>();
        calls.forEach(call -> requests.put(call, call.describe()));
        Map<Call, JsonNode> parsed = new HashMap<>();
        Map<Call, Kept> kept = archive.askTogether(
                requests,
                answers -> client.ask(List.copyOf(requests.keySet()), said -> {
                    parsed.put(said.call(), said.json());
                    answers.accept(said.call(), answer(said));
                }));
        Map<Call, Response> responses = new LinkedHashMap<>();
        requests.keySet().forEach(call -> responses.put(call, response(call, kept, parsed)));
        return responses;
    }

    private static Answer answer(Said said) {
        return said.error() == null
                ? Answer.of("application/json", said.text())
                : Answer.words(said.error().toWords());
    }

    private static Response response(Call call, Map<Call, Kept> kept, Map<Call, JsonNode> parsed) {
        Kept answer = kept.get(call);
        if (answer == null) {
            throw new IllegalStateException("an archive answers all: " + call.describe());
        }
        if (answer.words() != null) {
            return Response.failed(call, MoodleError.parse(answer.words()));
        }
        JsonNode json = parsed.get(call);
        return new Response(call, json == null ? parse(answer) : json, null, answer.artifact());
    }

    private static JsonNode parse(Kept answer) {
        return Json.parse(answer.text())
                .orElseThrow(
                        () -> new SourceUnavailableException("what is kept of " + answer.request() + " is no JSON"));
    }

    @Override
    public Downloaded download(String link, Path target, FileTerms terms) {
        AtomicBoolean downloaded = new AtomicBoolean();
        Kept kept = archive.ask(SiteAnswers.requestOf(link), () -> {
            Optional<MoodleError> error = client.download(link, target, terms.largest());
            if (error.isEmpty()) {
                error = wrong(target, terms);
            }
            downloaded.set(true);
            return error.isPresent()
                    ? Answer.words(error.get().toWords())
                    : Answer.of(terms.mediaType(), Files.readAllBytes(target));
        });
        if (kept.words() != null) {
            return new Downloaded(MoodleError.parse(kept.words()), null);
        }
        if (!downloaded.get()) {
            write(kept, target);
        }
        return new Downloaded(null, kept.artifact());
    }

    private static void write(Kept kept, Path target) {
        try {
            Files.write(target, kept.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<MoodleError> wrong(Path file, FileTerms terms) throws IOException {
        long size = Files.size(file);
        if (terms.size() > 0 && size != terms.size()) {
            return Optional.of(MoodleError.notTheFile("came with " + size + " bytes instead of " + terms.size()));
        }
        // The size of what Moodle makes when it is asked is not known before, so a page in its place has to be told by
        // its
        // looks.
        return terms.page() && isLoginPage(file)
                ? Optional.of(MoodleError.notTheFile("the site sent a login page in its place"))
                : Optional.empty();
    }

    private static boolean isLoginPage(Path path) throws IOException {
        String html = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        boolean whole = html.stripLeading().regionMatches(true, 0, "<!doctype html", 0, 14);
        return whole && html.contains("/login/index.php");
    }

    @Override
    public Optional<Instant> serverTime() {
        if (serverTime == null) {
            Kept kept = archive.ask(
                    CLOCK,
                    () -> Answer.words(
                            client.serverTime().map(Instant::toString).orElse("")));
            String words = kept.words();
            serverTime = words == null || words.isEmpty() ? null : Instant.parse(words);
        }
        return Optional.ofNullable(serverTime);
    }

    @Override
    public boolean refusedSomething() {
        String words = archive.ask(REFUSED, () -> Answer.words(Boolean.toString(client.refusedSomething())))
                .words();
        return Boolean.parseBoolean(words);
    }

    @Override
    public void withoutBatches() {
        client.withoutBatches();
    }

    @Override
    public void inLanguage(String language) {
        client.inLanguage(language);
    }
}
