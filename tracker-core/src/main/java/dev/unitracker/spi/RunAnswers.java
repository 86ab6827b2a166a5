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
 * A run with the answers of its collectors, of which there may be thousands. Immutable.
 *
 * @param run the run
 * @param answers the answers by the name of the collector that asked, each list in the order in which they came; empty
 *     after they were pruned
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

    /** Returns all answers: collector by collector, ordered by name, then in the order in which they came. */
    public Stream<KeptAnswer> all() {
        return answers.values().stream().flatMap(Collection::stream);
    }
}
