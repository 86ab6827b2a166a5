package dev.unitracker.example;

import dev.unitracker.error.SettingsException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;

/** How often each collector is to read, by the settings. */
enum Intervals {
    UPDATES(20),
    COURSES(30),
    CONTENTS(60),
    FORUMS(30),
    ASSIGNMENTS(60),
    QUIZZES(60),
    GRADES(180),
    CALENDAR(60),
    FILES(90);

    private final long usualMinutes;

    Intervals(long usualMinutes) {
        this.usualMinutes = usualMinutes;
    }

    /**
     * The time between two looks.
     *
     * @param time how long it is
     * @param setting the setting that says so
     */
    record Shortest(Duration time, String setting) {}

    /**
     * Returns the shortest of all: a look reads for all collectors in the same requests, so it is the time between looks.
     *
     * @throws SettingsException if one is no number of minutes, or less than one
     */
    static Shortest shortest(Settings settings) {
        return Arrays.stream(values())
                .map(interval -> new Shortest(interval.of(settings), interval.setting()))
                .min(Comparator.comparing(Shortest::time))
                .orElseThrow();
    }

    private Duration of(Settings settings) {
        long minutes = settings.number(setting(), usualMinutes);
        if (minutes < 1) {
            throw new SettingsException(setting() + " must be 1 or more: a site is not asked all the time");
        }
        return Duration.ofMinutes(minutes);
    }

    private String setting() {
        return "SYNC_" + name() + "_INTERVAL_MINUTES";
    }
}
