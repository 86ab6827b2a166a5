package dev.unitracker.internal.look;

import dev.unitracker.error.StoreException;
import dev.unitracker.run.Part;
import dev.unitracker.spi.Collector;
import dev.unitracker.spi.KeptAnswer;
import dev.unitracker.spi.Look;
import dev.unitracker.spi.NoteOwner;
import dev.unitracker.spi.Notes;
import dev.unitracker.spi.Remembered;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The state of a look while it is made: what is asked of it, what it may remember, and what its collectors leave. Safe for
 * use by several threads.
 */
public final class OngoingLook {

    private final Setting setting;
    private final String run;
    private final Instant startedAt;
    private final Function<String, List<Remembered>> memory;
    private final Map<NoteOwner, Map<String, String>> earlierNotes;
    private final Map<NoteOwner, Map<String, String>> newNotes = new HashMap<>();
    private final Map<String, AnswersOfALook> archives = new TreeMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private @Nullable StoreException forgotten;

    /**
     * What a look is made with.
     *
     * @param full whether everything is read
     * @param parts the names of the parts that are looked at
     * @param removalsAccepted whether it is believed that more than half of a course vanished at once
     * @param archives returns where the answers of a collector come from and go to
     * @param progress is told what is being done
     */
    public record Setting(
            String account,
            boolean full,
            Set<String> parts,
            boolean removalsAccepted,
            Function<Collector, AnswersOfALook> archives,
            Consumer<String> progress) {

        public Setting {
            parts = Set.copyOf(parts);
        }
    }

    /**
     * @param run the name of the run
     * @param notes the notes of the core and of each collector
     * @param memory returns what was seen in the scopes whose name starts with a text
     */
    public OngoingLook(
            Setting setting,
            String run,
            Instant startedAt,
            Map<NoteOwner, Map<String, String>> notes,
            Function<String, List<Remembered>> memory) {
        this.setting = setting;
        this.run = run;
        this.startedAt = startedAt;
        this.earlierNotes = Map.copyOf(notes);
        this.memory = memory;
    }

    String run() {
        return run;
    }

    String account() {
        return setting.account();
    }

    Instant startedAt() {
        return startedAt;
    }

    boolean full() {
        return setting.full();
    }

    boolean removalsAccepted() {
        return setting.removalsAccepted();
    }

    /** Returns the names of a collector's parts that are looked at, in its order; none if it has nothing to do. */
    List<String> partsOf(Collector collector) {
        return collector.parts().stream()
                .map(Part::name)
                .filter(setting.parts()::contains)
                .toList();
    }

    /** Returns this look as a collector sees it. It is asked for once. */
    Look as(Collector collector) {
        AnswersOfALook archive = setting.archives().apply(collector);
        synchronized (this) {
            archives.put(collector.name(), archive);
        }
        Set<String> parts = collector.parts().stream().map(Part::name).collect(Collectors.toSet());
        Look.Request request =
                new Look.Request(setting.account(), run, startedAt, setting.full(), Set.copyOf(partsOf(collector)));
        return new CollectorLook(this, NoteOwner.collector(collector.name()), parts, request, archive);
    }

    /** Returns what is remembered of some parts, in the scopes whose name starts as given. */
    List<Remembered> recall(String scopePrefix, Set<String> parts) {
        try {
            return memory.apply(scopePrefix).stream()
                    .filter(known -> parts.contains(known.scope().part()))
                    .toList();
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

    /** Returns the notes of the core and of each of some collectors, as they are stored. */
    public static Map<NoteOwner, Map<String, String>> notes(Notes notes, Collection<Collector> collectors) {
        Stream<NoteOwner> owners = collectors.stream().map(collector -> NoteOwner.collector(collector.name()));
        return Stream.concat(Stream.of(NoteOwner.CORE), owners)
                .collect(Collectors.toUnmodifiableMap(owner -> owner, notes::all));
    }

    /** Returns an owner's notes of earlier looks. */
    Map<String, String> notes(NoteOwner owner) {
        return earlierNotes.getOrDefault(owner, Map.of());
    }

    synchronized void note(NoteOwner owner, String name, String value) {
        newNotes.computeIfAbsent(owner, first -> new TreeMap<>()).put(name, value);
    }

    /** Writes the notes that differ from the earlier ones. */
    synchronized void writeNotes(Notes into) {
        newNotes.forEach((owner, own) -> own.forEach((name, text) -> {
            if (!text.equals(notes(owner).get(name))) {
                into.put(owner, name, text);
            }
        }));
    }

    void requestMade() {
        requests.incrementAndGet();
    }

    /** Returns how many requests were made so far. */
    int requests() {
        return requests.get();
    }

    void progress(String doing) {
        setting.progress().accept(doing);
    }

    /** Returns what was answered so far, by the collector's name. */
    synchronized Map<String, List<KeptAnswer>> answers() {
        Map<String, List<KeptAnswer>> answers = new LinkedHashMap<>();
        archives.forEach((collector, archive) -> {
            if (!archive.all().isEmpty()) {
                answers.put(collector, archive.all());
            }
        });
        return answers;
    }

    /** Returns how many answers are kept verbatim so far. */
    int kept() {
        return (int) answers().values().stream()
                .flatMap(List::stream)
                .map(KeptAnswer::artifact)
                .filter(Objects::nonNull)
                .count();
    }
}
