package dev.unitracker.spi;

import java.time.Instant;
import java.util.Objects;

/**
 * The right of one owner to write what it sees of an account, until a moment. Immutable.
 *
 * @param number counts from 1 how often the account was taken; a later lease has a higher number
 * @param owner the name of the tracker that has the lease
 * @param until the moment at which it runs out
 */
public record Lease(long number, String owner, Instant until) {

    /**
     * Null is refused.
     *
     * @throws IllegalArgumentException if the number is below 1
     */
    public Lease {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(until, "until");
        if (number < 1) {
            throw new IllegalArgumentException("leases are numbered from 1: " + number);
        }
    }

    /** Tells whether it keeps other owners away at a moment: it has not run out then. */
    public boolean holdsAt(Instant moment) {
        return until.isAfter(moment);
    }

    /** Returns this lease with another end. */
    public Lease until(Instant end) {
        return new Lease(number, owner, end);
    }

    /** Returns this lease given back, so that it keeps nobody away. */
    public Lease released() {
        return until(Instant.EPOCH);
    }
}
