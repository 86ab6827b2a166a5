package dev.unitracker.example;

import dev.unitracker.artifact.Retention;
import dev.unitracker.error.SettingsException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Removes raw answers that nothing points to any more. */
@Command(
        name = "prune",
        mixinStandardHelpOptions = true,
        description = {
            "Removes raw answers older than some days. Items and the ledger stay, and so does each answer that proves a"
                    + " change.",
            "What is pruned can no longer be replayed."
        },
        footer = {"", "The settings are those of sync."})
final class PruneCommand implements Callable<Integer> {

    private static final long LEAST = 2;

    private final Console console;
    private final Surroundings surroundings;

    @Option(
            names = "--older-than",
            paramLabel = "DAYS",
            required = true,
            description = "How many days answers are kept, at least 2.")
    private long days;

    PruneCommand(Console console, Surroundings surroundings) {
        this.console = console;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (days < LEAST) {
            throw new SettingsException("--older-than must be " + LEAST + " days or more, not " + days);
        }
        try (Installation installation = Installation.open(surroundings)) {
            Retention retention = Retention.of(installation.store(), installation.artifacts())
                    .clock(surroundings.clock())
                    .build();
            console.progress("looking for answers that nothing points to");
            Retention.Pruned pruned = retention.olderThan(Duration.ofDays(days));
            console.line(String.format(
                    Locale.ROOT,
                    "Removed %d raw answers (%.1f MB) and the lists of %d looks; %d answers are left.",
                    pruned.removed(),
                    pruned.bytes() / 1e6,
                    pruned.looks(),
                    pruned.left()));
            return ExitStatus.COMPLETE;
        }
    }
}
