package dev.unitracker.spi;

/**
 * What looks at an account's sources store, within one transaction.
 *
 * <p>A part of a {@link StoreSession}, which says how long it is valid, in which thread, and what it throws.
 */
public interface Watched {

    /** Returns the items, each as it is now. */
    Items items();

    /** Returns what collectors saw; items are made from it. */
    Sightings sightings();

    /** Returns the list of changes, to which entries are only added. */
    Ledger ledger();

    /** Returns the runs: the looks that were made, and those that broke off. */
    Runs runs();

    /** Returns the lease of the account: which look may write. */
    Leases leases();
}
