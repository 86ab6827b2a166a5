package dev.unitracker.spi;

import java.util.Optional;

/**
 * The lease of one account: which look may write what it sees, so that only one does at a time. A store only stores it;
 * the library decides what it means. A transaction that read the latest lease and writes is sure that nobody replaced
 * it meanwhile.
 *
 * <p>A part of a {@link StoreSession}, which says how long it is valid, in which thread, and what it throws.
 */
public interface Leases {

    /** Returns the latest lease, which may have run out; empty if the account was never taken. */
    Optional<Lease> latest();

    /** Replaces the latest lease. */
    void save(Lease lease);
}
