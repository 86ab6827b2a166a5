package dev.unitracker.spi;

import dev.unitracker.run.Run;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The runs of one account: the looks that were made, and those that broke off.
 *
 * <p>A part of a {@link StoreSession}, which says how long it is valid, in which thread, and what it throws.
 */
public interface Runs {

    /** Adds a run. */
    void add(RunAnswers run);

    /** Replaces the run with a name by another one, which may have another name; if there is none, nothing happens. */
    void replace(String name, RunAnswers run);

    /** Returns the run with a name; empty if there is none. */
    Optional<Run> find(String name);

    /** Returns the latest runs, latest first, at most {@code limit}; empty if there are none. */
    List<Run> latest(int limit);

    /**
     * Returns the latest full runs that ended, also those that did not see all, latest first, at most {@code limit};
     * empty if there are none.
     */
    List<Run> latestFull(int limit);

    /**
     * Returns the runs that were added after the one with a name, with their answers, in the order in which they were
     * added, at most {@code limit}. If no run has the name, it begins with the first run. Empty if none follows.
     */
    List<RunAnswers> after(String name, int limit);

    /**
     * Removes the lists of answers of the runs that began before a moment; the runs stay.
     *
     * @return how many runs had answers
     */
    int forgetAnswers(Instant before);

    /** Removes the runs with these names; those that are not there play no part. */
    void remove(Collection<String> names);
}
