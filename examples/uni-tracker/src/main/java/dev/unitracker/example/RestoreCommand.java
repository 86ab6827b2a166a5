package dev.unitracker.example;

import dev.unitracker.example.backup.Restore;
import dev.unitracker.example.server.guard.GuardTables;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts back what backup wrote. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Puts all that a backup holds into the database that the settings name, H2 or PostgreSQL, and the kept answers"
                    + " where they say. All of the file is checked first; then all is restored, or nothing.",
            "Let no serve, watch, api or worker run meanwhile."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:all is restored",
            "1:the file is damaged or of another version, or could not be written to the database; nothing was restored",
            "2:wrong command or wrong settings; nothing was restored"
        },
        footer = {
            "",
            "Credentials in the store need the UNI_TRACKER_KEY under which they were sealed.",
            "What was to be told when the backup was made is told again; links in messages that",
            "were sent before work no more, unless the database is still the one that made them.",
            "The settings are those of sync."
        })
final class RestoreCommand implements Callable<Integer> {

    private final Console console;
    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE", description = "The file that backup wrote.")
    private @Nullable Path file;

    @Option(names = "--replace", description = "Forget what is in the database now.")
    private boolean replace;

    RestoreCommand(Console console, Surroundings surroundings) {
        this.console = console;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Path source = surroundings.folder().resolve(String.valueOf(file));
        try (Installation installation = Installation.withoutSite(surroundings)) {
            GuardTables.create(installation.store().database());
            Restore.Report report =
                    new Restore(installation.store().database(), installation.artifacts()).from(source, replace);
            console.line("Restored as it was at " + report.madeAt() + ": " + report.rows() + " rows and "
                    + report.artifacts() + " kept answers.");
            return ExitStatus.COMPLETE;
        }
    }
}
