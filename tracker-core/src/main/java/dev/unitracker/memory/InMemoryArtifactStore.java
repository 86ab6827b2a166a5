package dev.unitracker.memory;

import dev.unitracker.spi.Artifact;
import dev.unitracker.spi.ArtifactStore;
import dev.unitracker.spi.Sha256;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Keeps artifacts in memory, until the process ends. Safe for use by several threads. */
public final class InMemoryArtifactStore implements ArtifactStore {

    private final Map<String, Kept> contents = new ConcurrentHashMap<>();
    private final InstantSource clock;

    /** Makes an empty store that goes by the system's clock. */
    public InMemoryArtifactStore() {
        this(InstantSource.system());
    }

    /** Makes an empty store that goes by a clock. */
    public InMemoryArtifactStore(InstantSource clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    private static final class Kept {
        final byte[] content;
        final Instant at;

        Kept(byte[] content, Instant at) {
            this.content = content;
            this.at = at;
        }
    }

    @Override
    public String keep(byte[] content) {
        String hash = Sha256.of(content);
        Instant now = clock.instant();
        contents.compute(hash, (key, known) -> new Kept(known == null ? content.clone() : known.content, now));
        return hash;
    }

    @Override
    public Optional<byte[]> find(String sha256) {
        return Optional.ofNullable(contents.get(sha256)).map(kept -> kept.content.clone());
    }

    @Override
    public void each(Consumer<Artifact> artifacts) {
        contents.forEach((hash, kept) -> artifacts.accept(new Artifact(hash, kept.content.length, kept.at)));
    }

    @Override
    public boolean remove(String sha256, Instant unlessKeptSince) {
        Kept known = contents.get(sha256);
        return known != null && known.at.isBefore(unlessKeptSince) && contents.remove(sha256, known);
    }
}
