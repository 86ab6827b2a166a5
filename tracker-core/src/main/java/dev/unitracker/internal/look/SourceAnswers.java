package dev.unitracker.internal.look;

import dev.unitracker.spi.ArtifactStore;
import dev.unitracker.spi.Kept;
import dev.unitracker.spi.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The answers of a look at the source: each is kept. */
public final class SourceAnswers implements Answers {

    private final ArtifactStore artifacts;
    private final List<Run.Answer> all = new ArrayList<>();

    /**
     * @param artifacts where answers are kept
     */
    public SourceAnswers(ArtifactStore artifacts) {
        this.artifacts = artifacts;
    }

    @Override
    public boolean replayed() {
        return false;
    }

    @Override
    public Optional<Kept> kept(String request) {
        return Optional.empty();
    }

    @Override
    public String keep(String request, String mediaType, byte[] answer) {
        String hash = artifacts.keep(answer);
        add(Run.Answer.kept(request, mediaType, hash));
        return hash;
    }

    @Override
    public void keep(String request, String words) {
        add(Run.Answer.said(request, words));
    }

    private synchronized void add(Run.Answer answer) {
        all.add(answer);
    }

    @Override
    public synchronized List<Run.Answer> all() {
        return List.copyOf(all);
    }
}
