package dev.unitracker.spi;

import java.util.Optional;

/** The profile of one account. */
public interface Profiles {

    /** Returns the profile; empty if none was saved. */
    Optional<Profile> find();

    /** Saves the profile in place of the one before. */
    void save(Profile profile);
}
