package dev.unitracker.spi;

/**
 * What an account is and what its owners keep with it, within one transaction.
 *
 * <p>A part of a {@link StoreSession}, which says how long it is valid, in which thread, and what it throws.
 */
public interface Owned {

    /** Returns the account's profile: its zone, its language, the host's settings. */
    Profiles profiles();

    /** Returns the account's notes: small texts by name, for the library, collectors, notifiers and the host. */
    Notes notes();
}
