package dev.unitracker.spi;

import dev.unitracker.error.LoginRefusedException;
import dev.unitracker.error.SourceUnavailableException;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads one kind of thing from a source. Called by one thread at a time. */
public interface Collector {

    /** Returns the name it is run, stored and reported by, for example {@code campus_forums}. Never changes. */
    String name();

    /**
     * Tells whether it sees the same again in a {@linkplain Look#replayed replay}, because it takes every answer from the
     * look then and asks its source nothing. Default: false, and what its tracker saw cannot be replayed.
     */
    default boolean replayable() {
        return false;
    }

    /** Returns how people speak of its source; always the same. Default: empty, and the source is called "the site". */
    default Optional<SourceProfile> profile() {
        return Optional.empty();
    }

    /**
     * Looks at the source once and hands over what it saw, scope by scope, in any order, from any of its threads.
     *
     * <p>What fails within it is an observation that says so; an exception means that the collector as a whole saw
     * nothing more.
     *
     * @throws LoginRefusedException if the source refuses the student's login: the run ends
     * @throws SourceUnavailableException if the source cannot be read now: the other collectors go on
     */
    void collect(Look look, Consumer<Observation> observations);
}
