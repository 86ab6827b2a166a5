package dev.unitracker.example;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** A command that was run in this process, with what it printed. */
record Played(int status, String out, String err) {

    /** When it is where nothing is said of it: the day on which the demo was recorded, whatever day it is. */
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    /** The zone of a machine that is far from its student. */
    private static final ZoneId ZONE = ZoneId.of("Pacific/Kiritimati");

    /** Runs a command in an environment where it is always {@link #NOW}. */
    static Played of(Path folder, Map<String, String> environment, String... args) {
        return at(InstantSource.fixed(NOW), folder, environment, args);
    }

    /** Runs a command in an environment with this clock. */
    static Played at(InstantSource clock, Path folder, Map<String, String> environment, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Main.run(args, surroundings(clock, folder, environment), out, err);
        return new Played(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Returns what a process would have around it. */
    static Surroundings surroundings(InstantSource clock, Path folder, Map<String, String> environment) {
        return new Surroundings(environment, folder, clock, ZONE);
    }

    List<String> lines() {
        return out.lines().toList();
    }
}
