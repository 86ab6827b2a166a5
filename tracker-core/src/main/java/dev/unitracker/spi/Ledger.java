package dev.unitracker.spi;

import dev.unitracker.model.Change;
import dev.unitracker.model.ItemId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The changes of one account, in the order in which they were written. It only grows. */
public interface Ledger {

    /**
     * Writes changes and returns them with their ledger numbers, which follow on the highest so far without a gap.
     *
     * @param run the name of the run that saw them
     */
    List<Change> append(String run, List<Change> changes);

    /** Returns the change with a number; empty if there is none. */
    Optional<Change> find(long number);

    /** Returns the changes with a number above {@code number}, in order, at most {@code limit}. */
    List<Change> after(long number, int limit);

    /** Returns the changes of some items that were seen at {@code since} or later, by number. */
    List<Change> of(Collection<ItemId> items, Instant since);

    /** Returns the highest number so far; 0 if nothing was written. */
    long last();
}
