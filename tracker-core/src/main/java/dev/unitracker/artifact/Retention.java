package dev.unitracker.artifact;

import dev.unitracker.Tracker;
import dev.unitracker.error.SettingsException;
import dev.unitracker.error.StoreException;
import dev.unitracker.internal.history.Pointers;
import dev.unitracker.internal.history.RunHistory;
import dev.unitracker.spi.Artifact;
import dev.unitracker.spi.ArtifactStore;
import dev.unitracker.spi.NoteOwner;
import dev.unitracker.spi.Store;
import dev.unitracker.spi.StoreSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Removes old answers of sources from an artifact store. An answer stays if a change or a sighting names it as its
 * evidence. Items, the ledger, runs, deliveries and questions to language models stay, so nothing is told twice. Looks
 * whose answers were removed can no longer be {@linkplain Tracker#replay replayed}.
 *
 * <p>Do not use it if several stores share the artifact store: it would remove what the others need. If no answer that
 * the store knows is among the artifacts, they seem to belong to another store, and nothing is removed. It may run
 * while looks go on. Immutable and safe for use by several threads.
 */
public final class Retention {

    /** A look that goes on meanwhile has kept its answers within this time. */
    private static final Duration YOUNGEST = Duration.ofDays(2);

    private final Store store;
    private final ArtifactStore artifacts;
    private final InstantSource clock;

    private Retention(Builder settings) {
        this.store = settings.store;
        this.artifacts = settings.artifacts;
        this.clock = settings.clock;
    }

    /**
     * Starts building the retention of a store's answers. The caller closes both.
     *
     * @param store what points to the answers
     * @param artifacts where they are kept
     */
    public static Builder of(Store store, ArtifactStore artifacts) {
        return new Builder(store, artifacts);
    }

    /** Settings of a retention. Not for use by several threads. */
    public static final class Builder {
        private final Store store;
        private final ArtifactStore artifacts;
        private InstantSource clock = InstantSource.system();

        private Builder(Store store, ArtifactStore artifacts) {
            this.store = Objects.requireNonNull(store, "store");
            this.artifacts = Objects.requireNonNull(artifacts, "artifacts");
        }

        /** Sets the clock that says how old an answer is. Default: the system's. */
        public Builder clock(InstantSource clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /** Builds the retention. Nothing is read yet. */
        public Retention build() {
            return new Retention(this);
        }
    }

    /**
     * What was removed. Immutable.
     *
     * @param looks how many runs lost their list of answers
     * @param removed how many artifacts were removed
     * @param bytes how many bytes they had
     * @param left how many artifacts are left
     */
    public record Pruned(int looks, int removed, long bytes, int left) {}

    /**
     * Removes the answers of all accounts that are older than an age.
     *
     * @param age how old answers may become, at least two days, so that those of a look that goes on stay
     * @throws SettingsException if the age is less than two days
     * @throws StoreException if the artifacts are not those of the store, in which case nothing is pruned, or if
     *     something cannot be read or removed; what was removed before stays so
     */
    public Pruned olderThan(Duration age) {
        if (age.compareTo(YOUNGEST) < 0) {
            throw SettingsException.wrong("age", age, "answers are kept for " + YOUNGEST.toDays() + " days at least");
        }
        Instant before = clock.instant().truncatedTo(ChronoUnit.MICROS).minus(age);
        List<String> accounts = store.accounts();
        Pointers pointers = new Pointers(store, before);
        accounts.forEach(pointers::collect);
        Candidates candidates = candidates(before, pointers);
        candidates.checkTheyAreOurs(accounts, pointers);
        int looks = 0;
        for (String account : accounts) {
            looks += store.inTransaction(account, session -> forget(session, before));
        }
        return sweep(before, candidates, looks);
    }

    private static int forget(StoreSession session, Instant before) {
        int forgotten = session.runs().forgetAnswers(before);
        if (forgotten > 0) {
            session.notes().put(NoteOwner.CORE, RunHistory.PRUNED, before.toString());
        }
        return forgotten;
    }

    private Candidates candidates(Instant before, Pointers pointers) {
        Candidates candidates = new Candidates();
        artifacts.each(artifact -> {
            candidates.all++;
            candidates.known |= pointers.known().contains(artifact.sha256());
            if (artifact.keptAt().isBefore(before) && !pointers.needed().contains(artifact.sha256())) {
                candidates.old.add(artifact);
            }
        });
        return candidates;
    }

    private Pruned sweep(Instant before, Candidates candidates, int looks) {
        int removed = 0;
        long bytes = 0;
        for (Artifact artifact : candidates.old) {
            if (artifacts.remove(artifact.sha256(), before)) {
                removed++;
                bytes += artifact.bytes();
            }
        }
        return new Pruned(looks, removed, bytes, candidates.all - removed);
    }

    /** What may be removed, if it belongs to the store at all. */
    private static final class Candidates {
        private final List<Artifact> old = new ArrayList<>();
        private int all;
        private boolean known;

        /** A mistyped address opens an empty store or an empty folder, beside which everything would look unneeded. */
        void checkTheyAreOurs(List<String> accounts, Pointers pointers) {
            boolean nothingAtAll = all == 0 && pointers.known().isEmpty();
            if (known || nothingAtAll) {
                return;
            }
            throw new StoreException(
                    accounts.isEmpty()
                            ? "the store knows no account, but there are " + all + " artifacts; is this the store that"
                                    + " they belong to? Nothing was pruned"
                            : "none of the answers that the store points to is among the " + all
                                    + " artifacts; are these" + " the artifacts of this store? Nothing was pruned");
        }
    }
}
