package dev.unitracker.example.account;

import java.util.Map;
import java.util.Objects;

/**
 * An account that is looked at, and its settings.
 *
 * @param name the name of the account in the store
 * @param origin where it is said that it is looked at
 * @param paused whether it is left alone for now
 * @param settings its own settings, by their names; credentials of the store are sealed
 */
public record HostedAccount(String name, Origin origin, boolean paused, Map<String, String> settings) {

    /** Where an account stands. */
    public enum Origin {
        ENVIRONMENT("the environment"),
        FILE("accounts.yaml"),
        STORE("the store");

        private final String words;

        Origin(String words) {
            this.words = words;
        }

        /** Returns the place in words. */
        public String words() {
            return words;
        }
    }

    /** Copies the map. Null is refused. */
    public HostedAccount {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(origin, "origin");
        settings = Map.copyOf(settings);
    }

    /** Leaves the settings out, among which are credentials. */
    @Override
    public String toString() {
        return name + " of " + origin.words() + (paused ? ", paused" : "");
    }
}
