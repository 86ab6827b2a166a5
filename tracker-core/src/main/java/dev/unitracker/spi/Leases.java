package dev.unitracker.spi;

import java.util.Optional;

/**
 * Who may write what is seen of one account, so that one look at a time does. A store only remembers it, like everything
 * else of the account: who read the latest lease in a transaction that writes knows that nobody replaced it meanwhile.
 */
public interface Leases {

    /** Returns the latest lease, which may have run out; empty if the account was never taken. */
    Optional<Lease> latest();

    /** Replaces the latest lease. */
    void save(Lease lease);
}
