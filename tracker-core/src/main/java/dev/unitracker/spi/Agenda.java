package dev.unitracker.spi;

import java.time.Instant;
import java.util.List;

/** The active items of one account that have something ahead. It reads only those, however many others there are. */
public interface Agenda {

    /** Returns active items whose deadline lies in {@code [from, to)}, soonest first, then by id. */
    List<StoredItem> dueBetween(Instant from, Instant to);

    /**
     * Returns active items whose text states an exam in {@code [from, to)}, ordered by id. A day without a time counts as
     * its first moment in UTC. Items that state an exam whose date cannot be told may come with them.
     */
    List<StoredItem> examsBetween(Instant from, Instant to);

    /** Returns active items whose review status is {@code watch}, ordered by id. */
    List<StoredItem> toWatch();
}
