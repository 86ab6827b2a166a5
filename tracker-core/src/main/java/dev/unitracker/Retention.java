package dev.unitracker;

import dev.unitracker.internal.Replay;
import dev.unitracker.model.Change;
import dev.unitracker.spi.Artifact;
import dev.unitracker.spi.ArtifactStore;
import dev.unitracker.spi.Run;
import dev.unitracker.spi.Store;
import dev.unitracker.spi.StoreSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Removes raw answers of a certain age. Items and the ledger stay whole, and so does each answer that a change or what
 * is remembered of an item points to as its evidence. What is pruned can no longer be {@linkplain Tracker#replay
 * replayed}.
 *
 * <p>An artifact store that several stores share must not be pruned: what the others point to would be lost. May run while
 * accounts are looked at.
 */
public final class Retention {

    /** A look that goes on meanwhile has kept its answers within this time. */
    private static final Duration YOUNGEST = Duration.ofDays(2);

    private static final int RUNS_AT_ONCE = 50;
    private static final int ENTRIES_AT_ONCE = 500;

    private final Store store;
    private final ArtifactStore artifacts;
    private final InstantSource clock;

    /**
     * @param store what points to the answers
     * @param artifacts where they are kept
     */
    public Retention(Store store, ArtifactStore artifacts, InstantSource clock) {
        this.store = Objects.requireNonNull(store, "store");
        this.artifacts = Objects.requireNonNull(artifacts, "artifacts");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * What was pruned.
     *
     * @param looks in how many looks the list of answers was removed
     * @param removed how many artifacts were removed
     * @param bytes how many bytes they had
     * @param left how many artifacts are left
     */
    public record Pruned(int looks, int removed, long bytes, int left) {}

    /**
     * Removes the answers of all accounts that are of an age.
     *
     * @param age how old answers may become, at least two days
     * @throws IllegalArgumentException if the age is less
     * @throws StoreException if something cannot be read or removed; what was removed before stays so
     */
    public Pruned olderThan(Duration age) {
        if (age.compareTo(YOUNGEST) < 0) {
            throw new IllegalArgumentException("answers are kept for " + YOUNGEST.toDays() + " days at least: " + age);
        }
        Instant before = clock.instant().truncatedTo(ChronoUnit.MICROS).minus(age);
        int looks = 0;
        Set<String> needed = new HashSet<>();
        for (String account : store.accounts()) {
            looks += store.inTransaction(account, session -> forget(session, before));
            collect(account, needed);
        }
        return sweep(before, needed, looks);
    }

    private static int forget(StoreSession session, Instant before) {
        int forgotten = session.runs().forgetAnswers(before);
        if (forgotten > 0) {
            session.notes().put(Replay.PRUNED, before.toString());
        }
        return forgotten;
    }

    private void collect(String account, Set<String> needed) {
        store.inTransaction(account, session -> session.sightings().inScopes("")).stream()
                .map(remembered -> remembered.evidence().artifact())
                .filter(Objects::nonNull)
                .forEach(needed::add);
        String last = "";
        for (List<Run> runs = runs(account, last); !runs.isEmpty(); runs = runs(account, last)) {
            runs.stream()
                    .flatMap(run -> run.answers().stream())
                    .map(Run.Answer::artifact)
                    .filter(Objects::nonNull)
                    .forEach(needed::add);
            last = runs.get(runs.size() - 1).name();
        }
        long number = 0;
        for (List<Change> entries = entries(account, number); !entries.isEmpty(); entries = entries(account, number)) {
            entries.stream()
                    .flatMap(change -> change.evidence().stream())
                    .map(evidence -> evidence.artifact())
                    .filter(Objects::nonNull)
                    .forEach(needed::add);
            number = entries.get(entries.size() - 1).number();
        }
    }

    private List<Run> runs(String account, String after) {
        return store.inTransaction(account, session -> session.runs().after(after, RUNS_AT_ONCE));
    }

    private List<Change> entries(String account, long after) {
        return store.inTransaction(account, session -> session.ledger().after(after, ENTRIES_AT_ONCE));
    }

    private Pruned sweep(Instant before, Set<String> needed, int looks) {
        List<Artifact> old = new ArrayList<>();
        AtomicInteger all = new AtomicInteger();
        artifacts.each(artifact -> {
            all.incrementAndGet();
            if (artifact.keptAt().isBefore(before) && !needed.contains(artifact.sha256())) {
                old.add(artifact);
            }
        });
        int removed = 0;
        long bytes = 0;
        for (Artifact artifact : old) {
            if (artifacts.remove(artifact.sha256(), before)) {
                removed++;
                bytes += artifact.bytes();
            }
        }
        return new Pruned(looks, removed, bytes, all.get() - removed);
    }
}
