package dev.unitracker.internal.look;

import dev.unitracker.error.LoginRefusedException;
import dev.unitracker.error.SourceUnavailableException;
import dev.unitracker.error.TrackerException;
import dev.unitracker.spi.Answer;
import dev.unitracker.spi.ArtifactStore;
import dev.unitracker.spi.Kept;
import dev.unitracker.spi.KeptAnswer;
import dev.unitracker.spi.KeptAnswer.Failure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The archive of a look at a source: it asks, and keeps what comes. */
public final class LiveArchive implements AnswersOfALook {

    private final ArtifactStore artifacts;
    private final List<KeptAnswer> all = new ArrayList<>();

    /**
     * @param artifacts where answers are kept
     */
    public LiveArchive(ArtifactStore artifacts) {
        this.artifacts = artifacts;
    }

    @Override
    public Kept ask(String request, Question question) {
        return keep(request, answer(request, question));
    }

    private Answer answer(String request, Question question) {
        try {
            return question.answer();
        } catch (IOException e) {
            throw failed(
                    request,
                    new SourceUnavailableException(
                            request + " could not be read (" + e.getClass().getSimpleName()
                                    + "); it will be tried again on the next run",
                            e));
        } catch (SourceUnavailableException | LoginRefusedException e) {
            throw failed(request, e);
        }
    }

    @Override
    public <Q> Map<Q, Kept> askTogether(Map<Q, String> requests, Questions<Q> questions) {
        Map<Q, Kept> kept = new LinkedHashMap<>();
        try {
            questions.ask((asked, answer) -> {
                String request = Objects.requireNonNull(requests.get(asked), "an answer to what was not asked");
                kept.put(asked, keep(request, answer));
            });
        } catch (SourceUnavailableException | LoginRefusedException e) {
            throw failed(open(requests, kept), e);
        }
        List<String> open = open(requests, kept);
        if (!open.isEmpty()) {
            throw failed(open, AnswersOfALook.noAnswer(open.get(0)));
        }
        return kept;
    }

    private static <Q> List<String> open(Map<Q, String> requests, Map<Q, Kept> kept) {
        return requests.entrySet().stream()
                .filter(request -> !kept.containsKey(request.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Notes it of each request: a replay takes an entry for each, so that what is asked again later finds its own. */
    private TrackerException failed(List<String> requests, TrackerException failure) {
        requests.forEach(request -> failed(request, failure));
        return failure;
    }

    private TrackerException failed(String request, TrackerException failure) {
        Failure kind = failure instanceof LoginRefusedException ? Failure.LOGIN_REFUSED : Failure.UNAVAILABLE;
        add(KeptAnswer.failed(request, kind, Objects.requireNonNullElse(failure.getMessage(), "")));
        return failure;
    }

    private Kept keep(String request, Answer answer) {
        String words = answer.words();
        byte[] content = answer.content();
        if (content == null) {
            KeptAnswer said = KeptAnswer.said(request, Objects.requireNonNullElse(words, ""));
            add(said);
            return new Kept(request, null, said.words(), () -> {
                throw AnswersOfALook.onlyWords(request);
            });
        }
        String hash = artifacts.keep(content);
        add(KeptAnswer.kept(request, answer.mediaType(), hash));
        return new Kept(request, hash, null, () -> content);
    }

    private synchronized void add(KeptAnswer answer) {
        all.add(answer);
    }

    @Override
    public synchronized List<KeptAnswer> all() {
        return List.copyOf(all);
    }
}
