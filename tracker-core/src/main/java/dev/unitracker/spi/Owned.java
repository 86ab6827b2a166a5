package dev.unitracker.spi;

/** What an account is and what its owners keep with it, within one transaction. */
public interface Owned {

    /** Returns who the account belongs to. */
    Profiles profiles();

    /** Returns small texts by name, for collectors, notifiers and the host. */
    Notes notes();
}
