package dev.unitracker.spi;

/** What looks at an account's sources leave behind, within one transaction. */
public interface Watched {

    /** Returns the items as they are now. */
    Items items();

    /** Returns what collectors saw, from which items are made. */
    Sightings sightings();

    /** Returns the append-only list of changes. */
    Ledger ledger();

    /** Returns the looks that were made. */
    Runs runs();

    /** Returns who may write what is seen. */
    Leases leases();
}
