package dev.unitracker.example;

import dev.unitracker.error.SettingsException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says what changed lately and what is due soon, from what is stored. */
@Command(
        name = "digest",
        mixinStandardHelpOptions = true,
        description =
                "Says what changed lately and what is due within 14 days, from what is stored; the site is not asked.",
        footer = {"", "The settings are those of sync; LANGUAGE (es, en) is that of the text."})
final class DigestCommand implements Callable<Integer> {

    private static final long LONGEST = 24L * 366;

    private final Console console;
    private final Surroundings surroundings;

    @Option(
            names = "--hours",
            paramLabel = "N",
            description = "Tell what changed in so many hours before now. Default: ${DEFAULT-VALUE}.")
    private long hours = 24;

    DigestCommand(Console console, Surroundings surroundings) {
        this.console = console;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (hours < 1 || hours > LONGEST) {
            throw new SettingsException("--hours must be 1 to " + LONGEST + ", not " + hours);
        }
        try (Installation installation = Installation.open(surroundings)) {
            installation
                    .account()
                    .digest(Duration.ofHours(hours))
                    .text()
                    .lines()
                    .forEach(console::line);
            return ExitStatus.COMPLETE;
        }
    }
}
