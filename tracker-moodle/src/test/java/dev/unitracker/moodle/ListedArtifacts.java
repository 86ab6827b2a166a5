package dev.unitracker.moodle;

import dev.unitracker.memory.InMemoryArtifactStore;
import dev.unitracker.spi.Artifact;
import dev.unitracker.spi.ArtifactStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Keeps artifacts and shows them all. */
final class ListedArtifacts implements ArtifactStore {

    private final ArtifactStore kept = new InMemoryArtifactStore();

    @Override
    public String keep(byte[] content) {
        return kept.keep(content);
    }

    @Override
    public Optional<byte[]> find(String sha256) {
        return kept.find(sha256);
    }

    @Override
    public void each(Consumer<Artifact> artifacts) {
        kept.each(artifacts);
    }

    @Override
    public boolean remove(String sha256, Instant unlessKeptSince) {
        return kept.remove(sha256, unlessKeptSince);
    }

    int count() {
        return hashes().size();
    }

    Stream<String> texts() {
        return hashes().stream().map(hash -> new String(kept.find(hash).orElseThrow(), StandardCharsets.UTF_8));
    }

    private List<String> hashes() {
        List<String> hashes = new ArrayList<>();
        each(artifact -> hashes.add(artifact.sha256()));
        return hashes;
    }
}
