package dev.unitracker.spi;

import java.util.Optional;

/**
 * The profile of one account.
 *
 * <p>A part of a {@link StoreSession}, which says how long it is valid, in which thread, and what it throws.
 */
public interface Profiles {

    /** Returns the profile; empty if none was saved. */
    Optional<Profile> find();

    /** Saves the profile in place of the one before. */
    void save(Profile profile);
}
