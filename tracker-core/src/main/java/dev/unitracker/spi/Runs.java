package dev.unitracker.spi;

import java.util.List;
import java.util.Optional;

/** The looks that were made at one account. */
public interface Runs {

    /** Adds a run. */
    void add(Run run);

    /** Returns the latest runs, latest first, at most {@code limit}. */
    List<Run> latest(int limit);

    /** Returns the latest run that read everything and ended complete; empty if there is none. */
    Optional<Run> latestFull();
}
