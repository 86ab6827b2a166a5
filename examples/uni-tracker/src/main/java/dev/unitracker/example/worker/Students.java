package dev.unitracker.example.worker;

import dev.unitracker.error.SettingsException;
import java.util.Optional;
import java.util.Set;

/** Whom a worker works for. It is asked anew for each job, so that what is changed counts from the next one on. */
public interface Students {

    /**
     * Returns the names of the accounts that are looked at, those that are paused left out.
     *
     * @throws SettingsException if they cannot be told
     */
    Set<String> names();

    /**
     * Returns an account; empty if it is not, or no longer, to be looked at.
     *
     * @throws SettingsException if its settings are wrong; it concerns this account alone
     */
    Optional<Student> find(String name);

    /** Returns the names of what runs beside the looks. Default: nothing does. */
    default Set<String> companions() {
        return Set.of();
    }

    /** Returns a new one of those; empty if it is no longer to run. */
    default Optional<Companion> companion(String name) {
        return Optional.empty();
    }
}
