package dev.unitracker.example;

import dev.unitracker.error.SettingsException;
import dev.unitracker.words.Language;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves a simulated Moodle in which something happens now and then, until it is interrupted. */
@Command(
        name = "simulator",
        mixinStandardHelpOptions = true,
        description = {
            "Serves a made-up student's Moodle, to try the other commands without a university, until it is interrupted"
                    + " (Ctrl-C).",
            "It prints the settings to look at it with, waits for the first look, and goes then from step to step of a"
                    + " recorded story; at the last one it stays. At each it says what the teachers did."
        },
        footer = {
            "",
            "Only this machine reaches it. Dates follow the clock, so that what is due lies",
            "ahead; dates within texts and documents stay as they were written.",
            "Started again it begins again, with other dates: look at it with a new folder data."
        })
final class SimulatorCommand implements Callable<Integer> {

    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern EVERY = Pattern.compile("^([1-9]\\d{0,4})([smh])$");
    private static final Map<String, ChronoUnit> UNITS =
            Map.of("s", ChronoUnit.SECONDS, "m", ChronoUnit.MINUTES, "h", ChronoUnit.HOURS);

    private final Console console;
    private final Surroundings surroundings;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Listen at this port; 0 for any that is free. Default: ${DEFAULT-VALUE}.")
    private int port = 8001;

    @Option(
            names = "--every",
            paramLabel = "TIME",
            description = "How long a step lasts, like 30s, 1m or 2h. Default: ${DEFAULT-VALUE}.")
    private String every = "1m";

    @Option(
            names = "--language",
            paramLabel = "en|es",
            description = "The language of what it says. Default: that of LANGUAGE, or else en.")
    private Optional<String> language = Optional.empty();

    SimulatorCommand(Console console, Surroundings surroundings) {
        this.console = console;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Duration step = duration();
        Language words = language();
        if (port < 0 || port > HIGHEST_PORT) {
            throw new SettingsException("--port must be a number from 0 to " + HIGHEST_PORT + ", not " + port);
        }
        CountDownLatch stopped = new CountDownLatch(1);
        Ending ending = Ending.on(stopped);
        try (Simulation simulation = open(words)) {
            simulation.play(step, time -> !isOver(stopped, time));
            console.line(AppTexts.in(words).text("simulator.stopped"));
            return ExitStatus.COMPLETE;
        } finally {
            ending.close();
        }
    }

    private Simulation open(Language words) {
        try {
            return Simulation.at(port, surroundings.clock().instant(), console, words);
        } catch (UncheckedIOException e) {
            throw new SettingsException(
                    "cannot listen at 127.0.0.1, port " + port + "; another program may do. Choose one with --port", e);
        }
    }

    private Duration duration() {
        Matcher time = EVERY.matcher(every.strip());
        if (!time.matches()) {
            throw new SettingsException("--every must be a time like 30s, 1m or 2h, not '" + every + "'");
        }
        return Duration.of(Long.parseLong(time.group(1)), UNITS.get(time.group(2)));
    }

    private Language language() {
        Optional<String> said = language.or(() -> surroundings.settings().get(DesktopLanguage.VARIABLE));
        return Settings.named(
                language.isPresent() ? "--language" : DesktopLanguage.VARIABLE,
                () -> DesktopLanguage.named(said.orElse("en")));
    }

    private static boolean isOver(CountDownLatch stopped, Duration time) {
        try {
            return stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
