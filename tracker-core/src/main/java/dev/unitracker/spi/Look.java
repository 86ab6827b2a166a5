package dev.unitracker.spi;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/** One look at a source: what its collector is asked for, and what it may use. Safe for use by several threads. */
public interface Look {

    /** Returns what is asked of the collector. */
    Request request();

    /** Returns where the source's answers are kept, and where a replay takes them from. */
    Archive archive();

    /** Returns what earlier looks of this collector saw and noted. */
    Memory memory();

    /** Counts one request to the source. The collector calls it for each; the run tells the number. */
    void requestMade();

    /**
     * Says what the collector is doing, in a few words for people, without secrets. It also renews the lease of the
     * account: a look that says nothing and writes nothing for too long counts as dead.
     */
    void progress(String doing);

    /**
     * What is asked of a collector.
     *
     * @param account the account that is looked at
     * @param run the name of the run; a look that is made in place of one that broke off has the same name, no other
     *     two have
     * @param startedAt when the run began
     * @param full whether everything is to be read; if not, the collector may leave out what seems not to have changed
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
