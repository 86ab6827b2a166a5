package dev.unitracker.spi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The looks that were made at one account, and attempts at them. */
public interface Runs {

    /** Adds a run. */
    void add(Run run);

    /** Puts a run in the place of the one of a name; if there is none, nothing happens. */
    void replace(String name, Run run);

    /**
     * Returns the run of a name; empty if there is none. Its list of answers, which may be long, is not read: it comes empty.
     */
    Optional<Run> find(String name);

    /** Returns the latest runs, latest first, at most {@code limit}. */
    List<Run> latest(int limit);

    /** Returns the runs after the one of a name, in the order in which they were added, at most {@code limit}. */
    List<Run> after(String name, int limit);

    /** Returns the latest run that read everything and ended complete; empty if there is none. */
    Optional<Run> latestFull();

    /**
     * Returns the latest runs that got to their end, however it was, read everything and still have an answer that was kept,
     * latest first, at most {@code limit}. Their lists of answers, which may be long, are not read: they come empty.
     */
    List<Run> latestFullWithAnswers(int limit);

    /**
     * Forgets what was asked and answered in the runs that began before a moment; the runs stay.
     *
     * @return in how many there was something to forget
     */
    int forgetAnswers(Instant before);
}
