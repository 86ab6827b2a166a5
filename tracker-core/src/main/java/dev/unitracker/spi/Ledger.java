package dev.unitracker.spi;

import dev.unitracker.model.Change;
import dev.unitracker.model.ItemId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The changes of one account, numbered from 1 in the order in which they were written. Entries are added, and never
 * changed or removed.
 *
 * <p>A part of a {@link StoreSession}, which says how long it is valid, in which thread, and what it throws.
 */
public interface Ledger {

    /**
     * Adds changes and returns them, in the same order, with their ledger numbers, which follow the highest so far
     * without a gap.
     *
     * @param run the name of the run that saw them
     */
    List<Change> append(String run, List<Change> changes);

    /** Returns the change with a number; empty if there is none. */
    Optional<Change> find(long number);

    /** Returns the changes that there are with some numbers, ordered by number. Default: finds one after the other. */
    default List<Change> find(Collection<Long> numbers) {
        return numbers.stream()
                .distinct()
                .sorted()
                .flatMap(number -> find(number).stream())
                .toList();
    }

    /**
     * Returns the changes with a number above {@code number}, ordered by number, at most {@code limit}; empty if there
     * are none.
     */
    List<Change> after(long number, int limit);

    /**
     * Returns the changes of some items that were seen at {@code since} or later, ordered by number; empty if there are
     * none.
     */
    List<Change> of(Collection<ItemId> items, Instant since);

    /** Returns the highest number so far; 0 if nothing was written. */
    long last();
}
