package dev.unitracker.spi;

import dev.unitracker.model.Evidence;
import dev.unitracker.run.Missed;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What one look saw of one scope. The collector says what it saw, and whether that is all; it never decides what
 * changed. Immutable.
 *
 * @param scope what was looked at
 * @param completeness how much of it was seen
 * @param sightings what was seen, at most one of each item
 * @param closed the names of items or places that the student may not open ({@code section:8}, {@code module:13});
 *     nothing is removed that lies {@linkplain Sighting#within within} one of them
 * @param evidence the answer that all this was read from
 */
public record Observation(
        Scope scope, Completeness completeness, List<Sighting> sightings, Set<String> closed, Evidence evidence) {

    /**
     * Copies list and set. Null is refused.
     *
     * @throws IllegalArgumentException if two sightings have the same key
     */
    public Observation {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(completeness, "completeness");
        Objects.requireNonNull(evidence, "evidence");
        sightings = List.copyOf(sightings);
        closed = Set.copyOf(closed);
        Set<String> keys = new HashSet<>();
        for (Sighting sighting : sightings) {
            if (!keys.add(sighting.key())) {
                throw new IllegalArgumentException(scope + " has " + sighting.key() + " twice");
            }
        }
    }

    /**
     * Returns a {@linkplain Completeness#witnessed complete and witnessed} observation in which nothing was closed to
     * the student: something else, for example the source's own count, proves that there is no more, even if there is
     * nothing at all.
     *
     * @param witness the name of what tells so, not blank
     */
    public static Observation witnessed(Scope scope, List<Sighting> sightings, Evidence evidence, String witness) {
        return new Observation(scope, Completeness.witnessed(witness), sightings, Set.of(), evidence);
    }

    /** Returns a {@linkplain Completeness#COMPLETE complete} observation in which nothing was closed to the student. */
    public static Observation complete(Scope scope, List<Sighting> sightings, Evidence evidence) {
        return new Observation(scope, Completeness.COMPLETE, sightings, Set.of(), evidence);
    }

    /** Returns an observation of a scope of which nothing was seen. */
    public static Observation notLooked(Scope scope, Missed reason) {
        return new Observation(
                scope,
                Completeness.notLooked(reason),
                List.of(),
                Set.of(),
                new Evidence(scope.part(), scope.key(), null));
    }

    /** Returns an observation of a scope of which nothing was seen, for a reason that only words tell. */
    public static Observation notLooked(Scope scope, String reason) {
        return notLooked(scope, Missed.of(Missed.Code.OTHER, reason));
    }

    /** Returns the same sightings with another statement of how much of the scope they are. */
    public Observation with(Completeness otherCompleteness) {
        return new Observation(scope, otherCompleteness, sightings, closed, evidence);
    }
}
