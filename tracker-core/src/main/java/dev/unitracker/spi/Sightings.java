package dev.unitracker.spi;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What collectors saw of one account, scope by scope: the latest sighting of each item in each scope.
 *
 * <p>A part of a {@link StoreSession}, which says how long it is valid, in which thread, and what it throws.
 */
public interface Sightings {

    /**
     * Returns the sightings of the items of a course, or of no course, ordered by scope, then by key; empty if there
     * are none.
     */
    List<Remembered> of(Home home);

    /**
     * Returns the sightings of one item, ordered by scope; empty if there are none. Default: looks for it among all of its home.
     *
     * @param home where the item belongs
     * @param key its source key
     */
    default List<Remembered> of(Home home, String key) {
        return of(home).stream()
                .filter(known -> known.sighting().key().equals(key))
                .toList();
    }

    /**
     * Returns the sightings in all scopes whose {@linkplain Scope#toString text} starts with the prefix, ordered by
     * scope, then by key; empty if there are none.
     */
    List<Remembered> inScopes(String scopePrefix);

    /**
     * Adds sightings or replaces those of the same scope and key.
     *
     * @param source the name of the source that they are from
     * @param sightings what to save
     */
    void save(String source, Collection<Remembered> sightings);

    /** Removes the sightings with the same scopes and keys as the given ones; those that are not there are ignored. */
    void forget(Collection<Remembered> sightings);

    /** Returns the scopes whose first look is over, in no order: what is new in them from now on is news. */
    Set<Scope> settled();

    /** Notes that the first look at some scopes is over; scopes for which this was noted before stay as they are. */
    void settle(Collection<Scope> scopes);
}
