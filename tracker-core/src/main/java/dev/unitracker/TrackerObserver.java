package dev.unitracker;

import dev.unitracker.report.DispatchReport;
import dev.unitracker.report.SyncReport;

/**
 * Is told what a tracker did, for whoever counts it. It is called in the thread that did it, by several at a time, and should do
 * nothing that takes long; what it throws is logged and changes nothing.
 */
public interface TrackerObserver {

    /** Says that a look was made. Default: does nothing. */
    default void looked(SyncReport report) {}

    /** Says that a look was not made, or broke off, and why. Default: does nothing. */
    default void notLooked(RuntimeException failure) {}

    /** Says what became of messages that were due, at the end of a look or in between. Default: does nothing. */
    default void told(DispatchReport report) {}
}
