package dev.unitracker.moodle.internal.client;

import dev.unitracker.internal.look.LiveArchive;
import dev.unitracker.memory.InMemoryArtifactStore;
import dev.unitracker.spi.KeptAnswer;
import dev.unitracker.spi.Look;
import dev.unitracker.spi.Memory;
import dev.unitracker.spi.Remembered;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A look without a tracker, which remembers nothing of earlier ones. */
public final class LookOfATest implements Look, Memory {

    private final LiveArchive archive = new LiveArchive(new InMemoryArtifactStore());
    private final Map<String, String> notes = new TreeMap<>();
    private int requests;

    @Override
    public Request request() {
        return new Request("default", "000000001", Instant.parse("2026-11-22T12:00:00Z"), true, Set.of());
    }

    @Override
    public LiveArchive archive() {
        return archive;
    }

    @Override
    public Memory memory() {
        return this;
    }

    @Override
    public void requestMade() {
        requests++;
    }

    @Override
    public void progress(String doing) {
        // Nobody watches.
    }

    @Override
    public List<Remembered> recall(String scopePrefix) {
        return List.of();
    }

    @Override
    public Map<String, String> notes() {
        return Map.of();
    }

    @Override
    public void note(String name, String value) {
        notes.put(name, value);
    }

    List<KeptAnswer> answers() {
        return archive.all();
    }

    /** Returns what was noted, by name. */
    Map<String, String> noted() {
        return notes;
    }

    int requests() {
        return requests;
    }
}
