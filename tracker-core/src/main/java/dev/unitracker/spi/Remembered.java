package dev.unitracker.spi;

import dev.unitracker.model.Evidence;
import java.util.Objects;

/**
 * A sighting as a store keeps it. Immutable.
 *
 * @param scope where it was seen
 * @param sighting what was seen last
 * @param missed how many complete looks in a row did not see it since, at most {@value #PROOF}
 * @param evidence the answer that the sighting was read from
 */
public record Remembered(Scope scope, Sighting sighting, int missed, Evidence evidence) {

    /** How many complete looks in a row prove that something is gone. */
    public static final int PROOF = 2;

    private static final int OUTDATED = 1000;

    /**
     * Null is refused.
     *
     * @throws IllegalArgumentException if {@code missed} is negative or above {@value #PROOF}
     */
    public Remembered {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(sighting, "sighting");
        Objects.requireNonNull(evidence, "evidence");
        if (missed < 0 || missed > PROOF) {
            throw new IllegalArgumentException("missed must be 0 to " + PROOF + ": " + missed);
        }
    }

    /**
     * Returns this sighting with another number of complete looks that did not see it; more than enough counts as
     * enough.
     */
    public Remembered missed(int times) {
        return new Remembered(scope, sighting, Math.min(times, PROOF), evidence);
    }

    /** Tells whether so many complete looks did not see it that it is gone from its scope. */
    public boolean gone() {
        return missed == PROOF;
    }

    /** Returns this sighting with a rank behind all others, because it is from an earlier look than they are. */
    public Remembered outdated() {
        return sighting.rank() >= OUTDATED
                ? this
                : new Remembered(scope, sighting.ranked(OUTDATED + sighting.rank()), missed, evidence);
    }

    /** Tells whether the last complete look saw it. */
    public boolean seen() {
        return missed == 0;
    }
}
