package dev.unitracker.spi;

/** The parts of a store within one transaction on one account. Not valid after it. */
public interface StoreSession {

    /** Returns who the account belongs to. */
    Profiles profiles();

    /** Returns the items as they are now. */
    Items items();

    /** Returns what collectors saw, from which items are made. */
    Sightings sightings();

    /** Returns the append-only list of changes. */
    Ledger ledger();

    /** Returns the looks that were made. */
    Runs runs();

    /** Returns small texts by name, each of one owner. */
    Notes notes();

    /** Returns what is to be told and was told. */
    Outbox outbox();

    /** Returns who may write what is seen. */
    Leases leases();

    /** Returns the briefs that are kept. */
    Briefs briefs();

    /** Returns what was asked of language models. */
    ModelJobs modelJobs();
}
