package dev.unitracker.internal.look;

import dev.unitracker.error.StoreException;
import dev.unitracker.spi.Kept;
import dev.unitracker.spi.Look;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Run;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A look while it is made: answers what collectors ask, and gathers what they leave. Safe for use by several threads. */
public final class LookInProgress implements Look {

    private final String run;
    private final String account;
    private final Instant startedAt;
    private final boolean full;
    private final Set<String> collectors;
    private final boolean removalsAccepted;
    private final Function<String, List<Remembered>> memory;
    private final Map<String, String> earlierNotes;
    private final Answers answers;
    private final Consumer<String> progress;
    private final Map<String, String> newNotes = new TreeMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private @Nullable StoreException forgotten;

    /** What a look is made with, as the tracker was built. */
    public record Setting(
            String account,
            boolean full,
            Set<String> collectors,
            boolean removalsAccepted,
            Answers answers,
            Consumer<String> progress) {}

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
        this.removalsAccepted = setting.removalsAccepted();
        this.answers = setting.answers();
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
        try {
            return memory.apply(scopePrefix);
        } catch (StoreException e) {
            forgot(e);
            throw e;
        }
    }

    private synchronized void forgot(StoreException e) {
        if (forgotten == null) {
            forgotten = e;
        }
    }

    /**
     * Checks that the store remembered what it was asked for. A collector that could not recall something sees less than it
     * would in a replay.
     *
     * @throws StoreException if it did not
     */
    synchronized void checkRemembered() {
        if (forgotten != null) {
            throw forgotten;
        }
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
    public boolean replayed() {
        return answers.replayed();
    }

    @Override
    public Optional<Kept> kept(String request) {
        return answers.kept(request);
    }

    @Override
    public String keep(String request, String mediaType, byte[] answer) {
        return answers.keep(request, mediaType, answer);
    }

    @Override
    public void keep(String request, String words) {
        answers.keep(request, words);
    }

    @Override
    public void requestMade() {
        requests.incrementAndGet();
    }

    @Override
    public void progress(String doing) {
        progress.accept(doing);
    }

    /** Tells whether it is believed that more than half of a course vanished at once. */
    public boolean removalsAccepted() {
        return removalsAccepted;
    }

    /** Returns the notes that differ from the earlier ones, by name. */
    public synchronized Map<String, String> changedNotes() {
        Map<String, String> changed = new TreeMap<>(newNotes);
        changed.entrySet().removeIf(note -> note.getValue().equals(earlierNotes.get(note.getKey())));
        return changed;
    }

    /** Returns what was asked and what came, in the order in which it came. */
    public List<Run.Answer> answers() {
        return answers.all();
    }

    /** Returns how many requests were made so far. */
    public int requests() {
        return requests.get();
    }
}
