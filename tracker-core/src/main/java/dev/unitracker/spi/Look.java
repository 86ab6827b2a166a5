package dev.unitracker.spi;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/** One look at a source, as its collector sees it. Safe for use by several threads. */
public interface Look {

    /** Returns what is asked of the collector. */
    Request request();

    /** Returns where the source's answers are kept, and where a replay takes them from. */
    Archive archive();

    /** Returns what earlier looks left for this one. */
    Memory memory();

    /** Counts a request that was made of the source. */
    void requestMade();

    /** Says what is being done, for whoever watches the progress; also a sign of life, in a long look. */
    void progress(String doing);

    /**
     * What is asked of a collector.
     *
     * @param account the account that is looked at
     * @param run the name of the run; no two runs of an account share it, but for attempts that did not get to their end
     * @param startedAt when the run began
     * @param full whether everything is to be read, also what seems not to have changed
     * @param parts the names of the collector's parts that are to be looked at; at least one
     */
    record Request(String account, String run, Instant startedAt, boolean full, Set<String> parts) {

        /** Copies the set. Null is refused. */
        public Request {
            Objects.requireNonNull(account, "account");
            Objects.requireNonNull(run, "run");
            Objects.requireNonNull(startedAt, "startedAt");
            parts = Set.copyOf(parts);
        }

        /** Tells whether a part is to be looked at. */
        public boolean asksFor(String part) {
            return parts.contains(part);
        }
    }
}
