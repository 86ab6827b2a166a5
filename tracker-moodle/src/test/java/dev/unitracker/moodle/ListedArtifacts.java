package dev.unitracker.moodle;

import dev.unitracker.memory.InMemoryArtifactStore;
import dev.unitracker.spi.ArtifactStore;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/** Keeps artifacts and knows them all. */
final class ListedArtifacts implements ArtifactStore {

    private final ArtifactStore kept = new InMemoryArtifactStore();
    private final Set<String> hashes = new ConcurrentSkipListSet<>();

    @Override
    public String keep(byte[] content, String mediaType) {
        String hash = kept.keep(content, mediaType);
        hashes.add(hash);
        return hash;
    }

    @Override
    public Optional<byte[]> find(String sha256) {
        return kept.find(sha256);
    }

    int count() {
        return hashes.size();
    }

    Stream<String> texts() {
        return hashes.stream().map(hash -> new String(kept.find(hash).orElseThrow(), StandardCharsets.UTF_8));
    }
}
