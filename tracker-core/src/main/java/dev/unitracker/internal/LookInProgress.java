package dev.unitracker.internal;

import dev.unitracker.spi.ArtifactStore;
import dev.unitracker.spi.Look;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** A look while it is made: answers what collectors ask, and gathers what they leave. Safe for use by several threads. */
public final class LookInProgress implements Look {

    private final String run;
    private final String account;
    private final Instant startedAt;
    private final boolean full;
    private final Set<String> collectors;
    private final Function<String, List<Remembered>> memory;
    private final Map<String, String> earlierNotes;
    private final ArtifactStore artifacts;
    private final Consumer<String> progress;
    private final Map<String, String> newNotes = new TreeMap<>();
    private final List<Run.Answer> answers = new ArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();

    /** What a look is made with, as the tracker was built. */
    public record Setting(
            String account, boolean full, Set<String> collectors, ArtifactStore artifacts, Consumer<String> progress) {}

    public LookInProgress(
            Setting setting,
            String run,
            Instant startedAt,
            Map<String, String> notes,
            Function<String, List<Remembered>> memory) {
        this.run = run;
        this.startedAt = startedAt;
        this.account = setting.account();
        this.full = setting.full();
        this.collectors = Set.copyOf(setting.collectors());
        this.artifacts = setting.artifacts();
        this.progress = setting.progress();
        this.earlierNotes = Map.copyOf(notes);
        this.memory = memory;
    }

    @Override
    public String run() {
        return run;
    }

    @Override
    public String account() {
        return account;
    }

    @Override
    public Instant startedAt() {
        return startedAt;
    }

    @Override
    public boolean full() {
        return full;
    }

    @Override
    public Set<String> collectors() {
        return collectors;
    }

    @Override
    public List<Remembered> recall(String scopePrefix) {
        return memory.apply(scopePrefix);
    }

    @Override
    public Map<String, String> notes() {
        return earlierNotes;
    }

    @Override
    public synchronized void note(String name, String value) {
        newNotes.put(name, value);
    }

    @Override
    public String keep(String request, String mediaType, byte[] answer) {
        String hash = artifacts.keep(answer, mediaType);
        synchronized (this) {
            answers.add(new Run.Answer(request, hash));
        }
        return hash;
    }

    @Override
    public void requestMade() {
        requests.incrementAndGet();
    }

    @Override
    public void progress(String doing) {
        progress.accept(doing);
    }

    /** Returns the notes that differ from the earlier ones, by name. */
    public synchronized Map<String, String> changedNotes() {
        Map<String, String> changed = new TreeMap<>(newNotes);
        changed.entrySet().removeIf(note -> note.getValue().equals(earlierNotes.get(note.getKey())));
        return changed;
    }

    /** Returns the answers that were kept, in the order in which they came. */
    public synchronized List<Run.Answer> answers() {
        return List.copyOf(answers);
    }

    /** Returns how many requests were made so far. */
    public int requests() {
        return requests.get();
    }
}
