package dev.unitracker.spi;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What collectors saw of one account, scope by scope. */
public interface Sightings {

    /** Returns what was seen of the items of a course, or of those of no course, by scope, then key. */
    List<Remembered> of(Home home);

    /** Returns what was seen in the scopes whose name starts with a text, by scope, then key. */
    List<Remembered> inScopes(String scopePrefix);

    /**
     * Adds sightings or replaces those of the same scope and key.
     *
     * @param source the name of the source that they are of
     */
    void save(String source, Collection<Remembered> sightings);

    /** Forgets the sightings of the same scope and key. */
    void forget(Collection<Remembered> sightings);

    /** Returns the scopes whose first look is over: what turns up in them from now on is news. */
    Set<Scope> settled();

    /** Notes that the first look at scopes is over. Scopes that are noted already stay so. */
    void settle(Collection<Scope> scopes);
}
