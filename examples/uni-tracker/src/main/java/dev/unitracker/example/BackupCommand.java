package dev.unitracker.example;

import dev.unitracker.example.backup.Backup;
import dev.unitracker.example.server.guard.GuardTables;
import dev.unitracker.spi.ArtifactStore;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes all that is known into one file. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Writes all that is known of all accounts, and the kept answers, into one file, as it is at one moment. restore"
                    + " puts it back, into H2 or PostgreSQL.",
            "On PostgreSQL everything may go on meanwhile. The file of H2 is open to one command at a time: end serve, watch"
                    + " or worker first."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:the file is written",
            "1:it could not be written, or the database not be read; there is no file",
            "2:wrong command or wrong settings",
            "3:the file is written, but without answers that were damaged already"
        },
        footer = {
            "",
            "Only its owner can read the file. Not in it are .env, accounts.yaml and",
            "UNI_TRACKER_KEY: keep them elsewhere. The credentials of accounts in the store are",
            "in it as they are there: sealed, and of no use without that key.",
            "The settings are those of sync."
        })
final class BackupCommand implements Callable<Integer> {

    private final Console console;
    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE", description = "The file, which must not be there yet.")
    private @Nullable Path file;

    @Option(
            names = "--without-artifacts",
            description = "Leave the kept answers out, for example where a bucket keeps copies itself.")
    private boolean withoutArtifacts;

    BackupCommand(Console console, Surroundings surroundings) {
        this.console = console;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Path target = surroundings.folder().resolve(String.valueOf(file));
        try (Installation installation = Installation.withoutSite(surroundings)) {
            GuardTables.create(installation.store().database());
            Optional<ArtifactStore> artifacts =
                    withoutArtifacts ? Optional.empty() : Optional.of(installation.artifacts());
            Backup.Report report =
                    new Backup(installation.store().database(), artifacts, surroundings.clock()).to(target);
            console.line(
                    "Wrote " + target + ": " + report.rows() + " rows and " + report.artifacts() + " kept answers.");
            console.line("Not in it: .env, accounts.yaml and UNI_TRACKER_KEY. Keep them elsewhere.");
            report.damaged()
                    .forEach(hash ->
                            console.error("The answer " + hash + " is damaged where it is kept, and left out."));
            return report.damaged().isEmpty() ? ExitStatus.COMPLETE : ExitStatus.PARTIAL;
        }
    }
}
