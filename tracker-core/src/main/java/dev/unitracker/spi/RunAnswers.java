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
 * A run with the answers of its collectors, of which there may be thousands. Immutable.
 *
 * @param run the run
 * @param answers the answers by the name of the collector that asked, each list in the order in which they came; empty
 *     after they were pruned
 * @param reached what the look wrote before it broke off; null if it ended
 */
public record RunAnswers(
        Run run,
        SortedMap<String, List<KeptAnswer>> answers,
        @Nullable Progress reached) {

    /**
     * Copies the map and its lists. Only {@code reached} may be null.
     *
     * @throws IllegalArgumentException if the run broke off and {@code reached} is null, or it ended and
     *     {@code reached} is not
     */
    public RunAnswers {
        Objects.requireNonNull(run, "run");
        if (run.ended() != (reached == null)) {
            throw new IllegalArgumentException("what broke off got somewhere, and nothing else did: " + run.name());
        }
        SortedMap<String, List<KeptAnswer>> copy = new TreeMap<>();
        answers.forEach((collector, list) -> copy.put(collector, List.copyOf(list)));
        answers = Collections.unmodifiableSortedMap(copy);
    }

    /**
     * Returns a run that ended, with the answers of its collectors.
     *
     * @throws IllegalArgumentException if the run broke off
     */
    public static RunAnswers of(Run run, Map<String, List<KeptAnswer>> answers) {
        return new RunAnswers(run, new TreeMap<>(answers), null);
    }

    /**
     * Returns a run that ended, without answers.
     *
     * @throws IllegalArgumentException if the run broke off
     */
    public static RunAnswers none(Run run) {
        return new RunAnswers(run, new TreeMap<>(), null);
    }

    /** Returns the same run without its answers. */
    public RunAnswers pruned() {
        return new RunAnswers(run, new TreeMap<>(), reached);
    }

    /** Returns all answers: collector by collector, ordered by name, then in the order in which they came. */
    public Stream<KeptAnswer> all() {
        return answers.values().stream().flatMap(Collection::stream);
    }
}
