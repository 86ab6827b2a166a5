package dev.unitracker.testkit;

import dev.unitracker.spi.Collector;
import java.time.Instant;
import java.util.Set;

/**
 * A source that a test plays with, and collectors of it. It shows a few things from the beginning, and always the same until
 * it is told to change. It need not be safe for use by several threads, unless its collector asks with several.
 */
public interface TestSource extends AutoCloseable {

    /** How a source fails, at every request. */
    enum Breakdown {
        /** Nobody answers. */
        DOWN,
        /** A login page comes in place of each answer. */
        LOGIN_PAGE,
        /** Each answer breaks off in the middle. */
        CUT_SHORT
    }

    /** Returns a collector of it that is logged in: a new one each time, as after a restart. */
    Collector collector();

    /** Shows one thing more from now on, a new one at each call; where things have an order, before the others. */
    void add();

    /** Fails from now on. */
    void fail(Breakdown how);

    /** Fails no longer. */
    void recover();

    /** Returns how many requests reached it so far, those that failed too. */
    int requests();

    /**
     * Returns what the collector knows, or the source sends, and nobody may find: tokens, passwords, keys. Empty if there are no
     * secrets.
     */
    Set<String> secrets();

    /** Returns the moment of the first look; each later one is made after it. Default: {@link Example#NOON}. */
    default Instant now() {
        return Example.NOON;
    }

    @Override
    default void close() {
        // As a rule there is nothing to release.
    }
}
