package dev.unitracker.spi;

import dev.unitracker.run.Run;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A run with what was asked in it and what came. The answers may be many.
 *
 * @param run the run
 * @param answers by the name of the collector that asked, in the order in which they came; empty once they are pruned
 * @param reached how far an attempt got that broke off; null for a run that got to its end
 */
public record RunAnswers(
        Run run,
        SortedMap<String, List<KeptAnswer>> answers,
        @Nullable Progress reached) {

    public RunAnswers {
        Objects.requireNonNull(run, "run");
        if (run.ended() != (reached == null)) {
            throw new IllegalArgumentException("what broke off got somewhere, and nothing else did: " + run.name());
        }
        SortedMap<String, List<KeptAnswer>> copy = new TreeMap<>();
        answers.forEach((collector, list) -> copy.put(collector, List.copyOf(list)));
        answers = Collections.unmodifiableSortedMap(copy);
    }

    /** Returns a run that got to its end with the answers of its collectors. */
    public static RunAnswers of(Run run, Map<String, List<KeptAnswer>> answers) {
        return new RunAnswers(run, new TreeMap<>(answers), null);
    }

    /** Returns a run that got to its end without answers. */
    public static RunAnswers none(Run run) {
        return new RunAnswers(run, new TreeMap<>(), null);
    }

    /** Returns this run without its answers. */
    public RunAnswers pruned() {
        return new RunAnswers(run, new TreeMap<>(), reached);
    }

    /** Returns all answers, collector by collector. */
    public Stream<KeptAnswer> all() {
        return answers.values().stream().flatMap(Collection::stream);
    }
}
