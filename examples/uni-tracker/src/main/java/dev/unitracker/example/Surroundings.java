package dev.unitracker.example;

import dev.unitracker.error.SettingsException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;

/**
 * What the application takes from the process that it runs in. Nothing else in it asks for the time of the day or the zone of
 * the machine, so that a test can choose both.
 *
 * @param environment the environment variables
 * @param folder the working folder, where {@code .env} and the folder {@code data} lie
 * @param clock says what time it is
 * @param zone the zone of the machine, which need not be the student's
 */
record Surroundings(Map<String, String> environment, Path folder, InstantSource clock, ZoneId zone) {

    Surroundings {
        environment = Map.copyOf(environment);
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(zone, "zone");
    }

    /** Returns those of this process. */
    static Surroundings ofThisProcess() {
        return new Surroundings(System.getenv(), Path.of(""), InstantSource.system(), ZoneId.systemDefault());
    }

    /**
     * Reads the settings.
     *
     * @throws SettingsException if the file {@code .env} cannot be read
     */
    Settings settings() {
        return Settings.read(environment, folder);
    }
}
