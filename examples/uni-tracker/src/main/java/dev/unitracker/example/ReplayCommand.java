package dev.unitracker.example;

import dev.unitracker.Tracker;
import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.report.ReplayReport;
import dev.unitracker.spi.Store;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes all looks again from the raw answers and compares what comes of it with what is stored. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Makes all looks again from the raw answers that were kept, and compares items and ledger with what is"
                    + " stored. The site is not asked and nothing stored is changed.",
            "Exit status 0 if they are equal, 5 if not."
        },
        footer = {"", "The settings are those of sync."})
final class ReplayCommand implements Callable<Integer> {

    private final Console console;
    private final Surroundings surroundings;

    @Option(
            names = "--into",
            paramLabel = "URL",
            description = "Leave what comes of it in an empty database, like jdbc:h2:file:/tmp/rebuilt.")
    private String into = "";

    ReplayCommand(Console console, Surroundings surroundings) {
        this.console = console;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (Installation installation = Installation.open(surroundings);
                Store rebuilt = into.isEmpty() ? new InMemoryStore() : Installation.database("--into", into)) {
            Tracker tracker = installation.tracker(console::progress).build();
            ReplayReport report = tracker.replay(rebuilt);
            if (report.looks() == 0) {
                console.line("Nothing was looked at yet, so there is nothing to replay.");
                return ExitStatus.COMPLETE;
            }
            console.line("Replayed " + (report.looks() == 1 ? "1 look" : report.looks() + " looks") + ": "
                    + report.items() + " items, " + report.entries() + " ledger entries.");
            console.line(report.difference()
                    .map(difference -> "The first difference: " + difference)
                    .orElse("They are equal to what is stored."));
            return report.equal() ? ExitStatus.COMPLETE : ExitStatus.DIFFERENT;
        }
    }
}
