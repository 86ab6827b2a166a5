package dev.unitracker.spi;

/** What an account is and what its owners keep with it, within one transaction. */
public interface Owned {

    /** Returns the account's profile: its zone, its language, the host's settings. */
    Profiles profiles();

    /** Returns the account's notes: small texts by name, for the library, collectors, notifiers and the host. */
    Notes notes();
}
