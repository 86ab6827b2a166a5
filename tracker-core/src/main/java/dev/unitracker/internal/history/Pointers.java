package dev.unitracker.internal.history;

import dev.unitracker.model.Change;
import dev.unitracker.model.Evidence;
import dev.unitracker.spi.KeptAnswer;
import dev.unitracker.spi.RunAnswers;
import dev.unitracker.spi.Store;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The artifacts that a store points to, by their hashes. Not for use by several threads. */
public final class Pointers {

    private static final int RUNS_AT_ONCE = 50;
    private static final int ENTRIES_AT_ONCE = 500;

    private final Store store;
    private final Instant before;
    private final Set<String> needed = new HashSet<>();
    private final Set<String> known = new HashSet<>();

    /**
     * @param before answers of looks that began earlier are known, but not needed for their own sake
     */
    public Pointers(Store store, Instant before) {
        this.store = store;
        this.before = before;
    }

    /** Adds what is pointed to in an account. */
    public void collect(String account) {
        collectSightings(account);
        collectRuns(account);
        collectLedger(account);
    }

    /** Returns what is evidence, or was answered since the moment. */
    public Set<String> needed() {
        return needed;
    }

    /** Returns all that is pointed to, needed or not. */
    public Set<String> known() {
        return known;
    }

    private void collectSightings(String account) {
        need(store.inTransaction(account, session -> session.sightings().inScopes("")).stream()
                .map(remembered -> remembered.evidence().artifact()));
    }

    private void collectRuns(String account) {
        String last = "";
        for (List<RunAnswers> runs = runs(account, last); !runs.isEmpty(); runs = runs(account, last)) {
            for (RunAnswers run : runs) {
                List<String> answers = run.all()
                        .map(KeptAnswer::artifact)
                        .filter(Objects::nonNull)
                        .toList();
                known.addAll(answers);
                if (!run.run().startedAt().isBefore(before)) {
                    needed.addAll(answers);
                }
            }
            last = runs.get(runs.size() - 1).run().name();
        }
    }

    private void collectLedger(String account) {
        long number = 0;
        for (List<Change> entries = entries(account, number); !entries.isEmpty(); entries = entries(account, number)) {
            need(entries.stream().flatMap(change -> change.evidence().stream()).map(Evidence::artifact));
            number = entries.get(entries.size() - 1).number();
        }
    }

    private void need(Stream<@Nullable String> artifacts) {
        List<String> there = artifacts.filter(Objects::nonNull).toList();
        needed.addAll(there);
        known.addAll(there);
    }

    private List<RunAnswers> runs(String account, String after) {
        return store.inTransaction(account, session -> session.runs().after(after, RUNS_AT_ONCE));
    }

    private List<Change> entries(String account, long after) {
        return store.inTransaction(account, session -> session.ledger().after(after, ENTRIES_AT_ONCE));
    }
}
