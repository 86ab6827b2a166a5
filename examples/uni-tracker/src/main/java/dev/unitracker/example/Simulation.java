package dev.unitracker.example;

import dev.unitracker.moodle.simulator.MoodleSimulator;
import dev.unitracker.moodle.simulator.Recording;
import dev.unitracker.words.Language;
import dev.unitracker.words.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** A simulated Moodle that plays the short story by itself, and says at each step what its teachers did. */
final class Simulation implements AutoCloseable {

    /** Where the recorded student lives: what is due at midnight there is due at midnight. */
    private static final ZoneId ZONE = DemoStage.ZONE;

    /** How soon it notices that somebody looks. */
    private static final Duration ATTENTION = Duration.ofMillis(200);

    private final Recording recording = Recording.demo();
    private final MoodleSimulator moodle = MoodleSimulator.playing(recording);
    private final Console console;
    private final Language language;
    private final Texts words;

    /** Lets time go by. */
    @FunctionalInterface
    interface Pause {

        /** Waits so long; tells whether to go on then. */
        boolean over(Duration time);
    }

    private Simulation(Console console, Language language) {
        this.console = console;
        this.language = language;
        this.words = AppTexts.in(language);
    }

    /**
     * Starts to serve.
     *
     * @param port of the loopback interface; 0 for any that is free
     * @param now what the clock says: all that was recorded happened within the day before, so that no time of the site has yet to
     *     come, and what was due soon still is
     * @throws java.io.UncheckedIOException if it cannot listen there
     */
    static Simulation at(int port, Instant now, Console console, Language language) {
        Simulation simulation = new Simulation(console, language);
        simulation.moodle.rebaseTo(simulation.begin(now));
        simulation.moodle.start(port);
        return simulation;
    }

    /** Whole days after the recording. */
    private Instant begin(Instant now) {
        Instant end = recording.recordedAt(recording.steps() - 1);
        long days = Math.floorDiv(
                Duration.between(end, now).toSeconds(), Duration.ofDays(1).toSeconds());
        return recording.recordedAt(0).plus(Duration.ofDays(days));
    }

    /** Returns the lines of {@code .env} with which the application looks at it, once a minute. */
    List<String> settings() {
        return List.of(
                "MOODLE_BASE_URL=" + moodle.url(),
                "MOODLE_TOKEN=" + moodle.token(),
                "TIME_ZONE=" + ZONE,
                "LANGUAGE=" + language.code(),
                "SYNC_UPDATES_INTERVAL_MINUTES=1",
                "SYNC_LEAST_INTERVAL_MINUTES=1",
                "SYNC_MOST_INTERVAL_MINUTES=1",
                "SITE_REQUESTS_PER_MINUTE=6000");
    }

    /**
     * Waits until somebody looks, goes from step to step, and stays at the last.
     *
     * @param every how long a step lasts
     * @param pause tells when to end
     */
    void play(Duration every, Pause pause) {
        introduce();
        boolean goesOn = watched(pause);
        for (int step = 1; step < recording.steps() && goesOn; step++) {
            goesOn = pause.over(every);
            if (goesOn) {
                moodle.moveTo(step);
                say(step);
            }
        }
        if (goesOn) {
            console.line(words.text("simulator.end"));
            while (pause.over(every)) {
                // It answers as before.
            }
        }
    }

    private void introduce() {
        console.line(words.text("simulator.begin", moodle.url()));
        console.line(words.text("simulator.settings"));
        console.line("");
        settings().forEach(console::line);
        console.line("");
        say(0);
    }

    /** What happened before anybody looked would be no news to anybody. */
    private boolean watched(Pause pause) {
        boolean goesOn = true;
        while (goesOn && moodle.requests() == 0) {
            goesOn = pause.over(ATTENTION);
        }
        return goesOn;
    }

    private void say(int step) {
        console.line(
                words.text("demo.step", step, recording.steps() - 1) + ": " + words.text("simulator.step." + step));
    }

    @Override
    public void close() {
        moodle.close();
    }
}
