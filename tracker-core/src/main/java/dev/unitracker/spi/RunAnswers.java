package dev.unitracker.spi;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A run with what was asked in it and what came. The answers may be many.
 *
 * @param run the run
 * @param answers by the name of the collector that asked, in the order in which they came; empty once they are pruned
 */
public record RunAnswers(Run run, SortedMap<String, List<KeptAnswer>> answers) {

    /** Copies the map and its lists. */
    public RunAnswers {
        Objects.requireNonNull(run, "run");
        SortedMap<String, List<KeptAnswer>> copy = new TreeMap<>();
        answers.forEach((collector, list) -> copy.put(collector, List.copyOf(list)));
        answers = Collections.unmodifiableSortedMap(copy);
    }

    /** Returns a run with the answers of its collectors. */
    public static RunAnswers of(Run run, Map<String, List<KeptAnswer>> answers) {
        return new RunAnswers(run, new TreeMap<>(answers));
    }

    /** Returns a run without answers. */
    public static RunAnswers none(Run run) {
        return new RunAnswers(run, new TreeMap<>());
    }

    /** Returns all answers, collector by collector. */
    public Stream<KeptAnswer> all() {
        return answers.values().stream().flatMap(Collection::stream);
    }
}
