package dev.unitracker.spi;

import java.util.Optional;

/**
 * The profile of one account, and how often the account was written.
 *
 * <p>A part of a {@link StoreSession}, which says how long it is valid, in which thread, and what it throws.
 */
public interface Profiles {

    /** Returns the profile; empty if none was saved. */
    Optional<Profile> find();

    /** Saves the profile in place of the one before. */
    void save(Profile profile);

    /**
     * Returns a number that rises with each transaction that writes the account, whatever it writes; 0 before the first
     * one. A reader that finds the same number again knows that nothing was written in between. Within a transaction
     * that writes, it may be the number before or after it.
     */
    long revision();
}
