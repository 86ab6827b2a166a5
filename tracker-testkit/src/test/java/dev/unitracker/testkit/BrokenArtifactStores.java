package dev.unitracker.testkit;

import dev.unitracker.memory.InMemoryArtifactStore;
import dev.unitracker.spi.Artifact;
import dev.unitracker.spi.ArtifactStore;
import dev.unitracker.spi.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Artifact stores that each break one promise; the contract is run against them to see that it notices. */
final class BrokenArtifactStores {

    private BrokenArtifactStores() {}

    /** A good one, of which each other one changes something. */
    static class Good extends ArtifactStoreContract implements ArtifactStore {
        final ArtifactStore good = new InMemoryArtifactStore();

        @Override
        protected ArtifactStore store() {
            return this;
        }

        @Override
        public String keep(byte[] content) {
            return good.keep(content);
        }

        @Override
        public Optional<byte[]> find(String sha256) {
            return good.find(sha256);
        }

        @Override
        public void each(Consumer<Artifact> artifacts) {
            good.each(artifacts);
        }

        @Override
        public boolean remove(String sha256, Instant unlessKeptSince) {
            return good.remove(sha256, unlessKeptSince);
        }

        final List<Artifact> listed() {
            List<Artifact> listed = new ArrayList<>();
            good.each(listed::add);
            return listed;
        }
    }

    static class NamesByContentAndCount extends Good {
        private int kept;

        @Override
        public String keep(byte[] content) {
            good.keep(content);
            kept++;
            return Sha256.of(("kept " + kept).getBytes(StandardCharsets.UTF_8));
        }
    }

    static class TakesNothingForNothing extends Good {
        @Override
        public Optional<byte[]> find(String sha256) {
            return super.find(sha256).filter(content -> content.length > 0);
        }
    }

    static class FindsSomethingForEveryName extends Good {
        @Override
        public Optional<byte[]> find(String sha256) {
            return super.find(sha256).or(() -> Optional.of(new byte[0]));
        }
    }

    static class HandsOutItsOwnBytes extends Good {
        private final Map<String, byte[]> own = new HashMap<>();

        @Override
        public String keep(byte[] content) {
            String hash = super.keep(content);
            own.put(hash, content.clone());
            return hash;
        }

        @Override
        public Optional<byte[]> find(String sha256) {
            return Optional.ofNullable(own.get(sha256));
        }
    }

    static class KeepsTheCallersBytes extends Good {
        private final Map<String, byte[]> own = new HashMap<>();

        @Override
        public String keep(byte[] content) {
            String hash = super.keep(content);
            own.put(hash, content);
            return hash;
        }

        @Override
        public Optional<byte[]> find(String sha256) {
            return Optional.ofNullable(own.get(sha256)).map(byte[]::clone);
        }
    }

    static class ListsWhatIsKeptAgainTwice extends Good {
        private final List<String> kept = new ArrayList<>();

        @Override
        public String keep(byte[] content) {
            kept.add(super.keep(content));
            return kept.get(kept.size() - 1);
        }

        @Override
        public void each(Consumer<Artifact> artifacts) {
            for (String hash : kept) {
                listed().stream().filter(one -> one.sha256().equals(hash)).forEach(artifacts);
            }
        }
    }

    static class ListsOnePageOnly extends Good {
        @Override
        public void each(Consumer<Artifact> artifacts) {
            listed().stream().limit(1_000).forEach(artifacts);
        }
    }

    static class RemovesNothing extends Good {
        @Override
        public boolean remove(String sha256, Instant unlessKeptSince) {
            return find(sha256).isPresent();
        }
    }

    static class RemovesWhatIsNew extends Good {
        @Override
        public boolean remove(String sha256, Instant unlessKeptSince) {
            return super.remove(sha256, Instant.MAX);
        }
    }

    static class SaysThatItRemovedWhatWasNotThere extends Good {
        @Override
        public boolean remove(String sha256, Instant unlessKeptSince) {
            return super.remove(sha256, unlessKeptSince) || find(sha256).isEmpty();
        }
    }

    static class KeepsNothingTwice extends Good {
        private final Map<String, Boolean> kept = new HashMap<>();

        @Override
        public String keep(byte[] content) {
            String hash = Sha256.of(content);
            @Nullable Boolean before = kept.put(hash, true);
            return before == null ? super.keep(content) : hash;
        }
    }
}
