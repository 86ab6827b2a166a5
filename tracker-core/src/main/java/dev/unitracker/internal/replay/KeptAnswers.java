package dev.unitracker.internal.replay;

import dev.unitracker.error.StoreException;
import dev.unitracker.internal.look.Answers;
import dev.unitracker.spi.ArtifactStore;
import dev.unitracker.spi.Kept;
import dev.unitracker.spi.Run;
import dev.unitracker.spi.Sha256;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The answers that are kept of a look, for a replay of it. Nothing is kept anew. */
public final class KeptAnswers implements Answers {

    private final Run run;
    private final ArtifactStore artifacts;
    private final Map<String, Deque<Run.Answer>> open = new HashMap<>();
    private @Nullable StoreException unreadable;

    /**
     * @param run the look
     * @param artifacts where its answers are kept
     */
    public KeptAnswers(Run run, ArtifactStore artifacts) {
        this.run = run;
        this.artifacts = artifacts;
        run.answers()
                .forEach(answer -> open.computeIfAbsent(answer.request(), request -> new ArrayDeque<>())
                        .add(answer));
    }

    @Override
    public boolean replayed() {
        return true;
    }

    @Override
    public synchronized Optional<Kept> kept(String request) {
        Deque<Run.Answer> answers = open.get(request);
        return answers == null || answers.isEmpty() ? Optional.empty() : Optional.of(kept(answers.removeFirst()));
    }

    private Kept kept(Run.Answer answer) {
        return new Kept(answer.artifact(), answer.words(), () -> content(answer));
    }

    private byte[] content(Run.Answer answer) {
        String hash = answer.artifact();
        if (hash == null) {
            throw new StoreException("only words came in answer to " + answer.request());
        }
        try {
            return artifacts
                    .find(hash)
                    .orElseThrow(() -> new StoreException("the answer to " + answer.request() + " in the look "
                            + run.name() + " is not among the artifacts: " + hash
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
    public synchronized void checkReadable() {
        if (unreadable != null) {
            throw unreadable;
        }
    }

    @Override
    public String keep(String request, String mediaType, byte[] answer) {
        return Sha256.of(answer);
    }

    @Override
    public void keep(String request, String words) {
        // It is kept.
    }

    @Override
    public List<Run.Answer> all() {
        return run.answers();
    }
}
