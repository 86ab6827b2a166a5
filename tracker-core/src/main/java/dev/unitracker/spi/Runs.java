package dev.unitracker.spi;

import dev.unitracker.run.Run;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The looks that were made at one account, and attempts at them. */
public interface Runs {

    /** Adds a run. */
    void add(RunAnswers run);

    /** Puts a run in the place of the one of a name; if there is none, nothing happens. */
    void replace(String name, RunAnswers run);

    /** Returns the run of a name; empty if there is none. */
    Optional<Run> find(String name);

    /** Returns the latest runs, latest first, at most {@code limit}. */
    List<Run> latest(int limit);

    /** Returns the latest runs that read everything and got to their end, however it was, latest first, at most {@code limit}. */
    List<Run> latestFull(int limit);

    /**
     * Returns the runs after the one of a name, with their answers, in the order in which they were added, at most
     * {@code limit}; from the first on if no run has the name.
     */
    List<RunAnswers> after(String name, int limit);

    /**
     * Forgets what was asked and answered in the runs that began before a moment; the runs stay.
     *
     * @return in how many there was something to forget
     */
    int forgetAnswers(Instant before);
}
