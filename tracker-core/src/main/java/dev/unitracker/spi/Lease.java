package dev.unitracker.spi;

import java.time.Instant;
import java.util.Objects;

/**
 * The right of one owner to write what it sees of an account, until a moment.
 *
 * @param number how often the account was taken; who took it later has a higher one
 * @param owner who, in words for a person
 * @param until when it runs out
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

    /** Tells whether it keeps others away at a moment. */
    public boolean holdsAt(Instant moment) {
        return until.isAfter(moment);
    }

    /** Returns this lease with another end. */
    public Lease until(Instant end) {
        return new Lease(number, owner, end);
    }

    /** Returns this lease given back: it keeps nobody away any more. */
    public Lease released() {
        return until(Instant.EPOCH);
    }
}
