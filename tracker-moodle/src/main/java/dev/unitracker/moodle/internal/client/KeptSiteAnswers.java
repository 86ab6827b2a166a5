package dev.unitracker.moodle.internal.client;

import dev.unitracker.error.SourceUnavailableException;
import dev.unitracker.spi.Kept;
import dev.unitracker.spi.Look;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a Moodle answered in a look that is replayed. What it did not answer then, it does not answer now. For one thread. */
final class KeptSiteAnswers implements SiteAnswers {

    private final Look look;
    private @Nullable Instant serverTime;
    private boolean refused;

    KeptSiteAnswers(Look look) {
        this.look = look;
    }

    @Override
    public Map<Call, Answer> ask(List<Call> calls) {
        Map<Call, Answer> answers = new LinkedHashMap<>();
        for (Call call : calls) {
            if (!answers.containsKey(call)) {
                answers.put(call, answer(call));
            }
        }
        return answers;
    }

    private Answer answer(Call call) {
        Kept kept = kept(call.describe());
        if (kept.words() != null) {
            return Answer.failed(call, MoodleError.parse(kept.words()));
        }
        String text = new String(kept.content().get(), StandardCharsets.UTF_8);
        return Json.parse(text)
                .map(json -> new Answer(call, json, null, kept.artifact()))
                .orElseThrow(
                        () -> new SourceUnavailableException("what is kept of " + call.describe() + " is no JSON"));
    }

    @Override
    public Optional<MoodleError> download(String link, Path target, long largest) {
        Kept kept = kept(SiteAnswers.requestOf(link));
        if (kept.words() != null) {
            return Optional.of(MoodleError.parse(kept.words()));
        }
        try {
            Files.write(target, kept.content().get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.empty();
    }

    @Override
    public Optional<Instant> serverTime() {
        if (serverTime == null) {
            serverTime = look.kept(MoodleClient.CLOCK)
                    .map(Kept::words)
                    .map(Instant::parse)
                    .orElse(null);
        }
        return Optional.ofNullable(serverTime);
    }

    @Override
    public boolean refusedSomething() {
        refused |= look.kept(MoodleClient.TOKEN_CHECKED).isPresent();
        return refused;
    }

    @Override
    public void withoutBatches() {
        // Nothing is sent.
    }

    private Kept kept(String request) {
        return look.kept(request)
                .orElseThrow(() -> new SourceUnavailableException("no answer to " + request + " came in this look"));
    }
}
