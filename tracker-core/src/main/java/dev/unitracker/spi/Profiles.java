package dev.unitracker.spi;

import java.util.Optional;

/** Who one account belongs to. */
public interface Profiles {

    /** Returns the account's profile; empty if none was saved. */
    Optional<Profile> find();

    /** Saves the account's profile in place of the one before. */
    void save(Profile profile);
}
