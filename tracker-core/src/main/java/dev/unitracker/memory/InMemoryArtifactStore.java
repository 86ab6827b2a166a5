package dev.unitracker.memory;

import dev.unitracker.spi.ArtifactStore;
import dev.unitracker.spi.Sha256;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps artifacts until the process ends. Safe for use by several threads. */
public final class InMemoryArtifactStore implements ArtifactStore {

    private final Map<String, byte[]> contents = new ConcurrentHashMap<>();

    @Override
    public String keep(byte[] content, String mediaType) {
        String hash = Sha256.of(content);
        contents.computeIfAbsent(hash, key -> content.clone());
        return hash;
    }

    @Override
    public Optional<byte[]> find(String sha256) {
        return Optional.ofNullable(contents.get(sha256)).map(byte[]::clone);
    }
}
