package dev.unitracker.spi;

import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;

/**
 * What the library has to know of the student whom an account is for. Immutable.
 *
 * @param zone the zone that the student lives in
 * @param language the code of the language of all that the student is told, for example {@code es}
 * @param settings what the host keeps with the account, by name; the library does not use them
 */
public record Profile(ZoneId zone, String language, Map<String, String> settings) {

    /**
     * Copies the map. Null is refused.
     *
     * @throws IllegalArgumentException if the language is blank
     */
    public Profile {
        Objects.requireNonNull(zone, "zone");
        if (language.isBlank()) {
            throw new IllegalArgumentException("a language needs a code");
        }
        settings = Map.copyOf(settings);
    }

    /** Returns the same settings with another zone and language. */
    public Profile with(ZoneId zone, String language) {
        return new Profile(zone, language, settings);
    }

    /** Returns the same zone and language with other settings. */
    public Profile with(Map<String, String> settings) {
        return new Profile(zone, language, settings);
    }
}
