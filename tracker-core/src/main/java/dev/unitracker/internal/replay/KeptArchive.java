package dev.unitracker.internal.replay;

import dev.unitracker.error.LoginRefusedException;
import dev.unitracker.error.SourceUnavailableException;
import dev.unitracker.error.StoreException;
import dev.unitracker.error.TrackerException;
import dev.unitracker.internal.look.AnswersOfALook;
import dev.unitracker.model.StorableText;
import dev.unitracker.spi.ArtifactStore;
import dev.unitracker.spi.Kept;
import dev.unitracker.spi.KeptAnswer;
import dev.unitracker.spi.KeptAnswer.Failure;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The archive of a look that is replayed: it answers from what was kept, and asks nobody. */
public final class KeptArchive implements AnswersOfALook {

    private final String run;
    private final List<KeptAnswer> all;
    private final ArtifactStore artifacts;
    private final Map<String, Deque<KeptAnswer>> open = new HashMap<>();
    private @Nullable StoreException unreadable;

    /**
     * @param run the name of the look
     * @param answers what a collector was answered in it
     * @param artifacts where the answers are kept
     */
    public KeptArchive(String run, List<KeptAnswer> answers, ArtifactStore artifacts) {
        this.run = run;
        this.all = List.copyOf(answers);
        this.artifacts = artifacts;
        all.forEach(answer -> open.computeIfAbsent(answer.request(), request -> new ArrayDeque<>())
                .add(answer));
    }

    @Override
    public Kept ask(String request, Question question) {
        return kept(next(request));
    }

    @Override
    public <Q> Map<Q, Kept> askTogether(Map<Q, String> requests, Questions<Q> questions) {
        // All are taken before one of them fails: each was noted, and what is asked again finds the entry after it.
        Map<Q, KeptAnswer> answers = new LinkedHashMap<>();
        requests.forEach((asked, request) -> answers.put(asked, next(request)));
        Map<Q, Kept> kept = new LinkedHashMap<>();
        answers.forEach((asked, answer) -> kept.put(asked, kept(answer)));
        return kept;
    }

    private synchronized KeptAnswer next(String request) {
        // It was kept as a store can keep it.
        Deque<KeptAnswer> answers = open.get(StorableText.of(request));
        if (answers == null || answers.isEmpty()) {
            throw AnswersOfALook.noAnswer(request);
        }
        return answers.removeFirst();
    }

    private Kept kept(KeptAnswer answer) {
        Failure failure = answer.failure();
        if (failure != null) {
            throw failure(failure, Objects.requireNonNullElse(answer.words(), ""));
        }
        return new Kept(answer.request(), answer.artifact(), answer.words(), () -> content(answer));
    }

    private static TrackerException failure(Failure failure, String words) {
        return switch (failure) {
            case UNAVAILABLE -> new SourceUnavailableException(words);
            case LOGIN_REFUSED -> new LoginRefusedException(words);
        };
    }

    private byte[] content(KeptAnswer answer) {
        String hash = answer.artifact();
        if (hash == null) {
            throw AnswersOfALook.onlyWords(answer.request());
        }
        try {
            return artifacts
                    .find(hash)
                    .orElseThrow(() -> new StoreException("the answer to " + answer.request() + " in the look " + run
                            + " is not among the artifacts: " + hash
                            + "; is this the artifact store that the account was synchronised with?"));
        } catch (StoreException e) {
            remember(e);
            throw e;
        }
    }

    private synchronized void remember(StoreException e) {
        if (unreadable == null) {
            unreadable = e;
        }
    }

    /** Throws what made an answer unreadable, if one was: the look then saw less than the first time. */
    synchronized void checkReadable() {
        if (unreadable != null) {
            throw unreadable;
        }
    }

    @Override
    public List<KeptAnswer> all() {
        return all;
    }
}
