package dev.unitracker.example;

import dev.unitracker.artifact.ArtifactMigration;
import dev.unitracker.artifact.ArtifactMigrationPlan;
import dev.unitracker.artifact.ArtifactMigrationReport;
import dev.unitracker.error.SettingsException;
import dev.unitracker.error.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Copies what was kept of answers to another place, and switches to it when all of it is there. */
@Command(
        name = "migrate-artifacts",
        mixinStandardHelpOptions = true,
        description = {
            "Copies the kept answers from where they are kept now to a folder or a bucket, reads each copy back,"
                    + " and then switches to it. Nothing is removed from where they were.",
            "It can be interrupted and run again: what was copied is not copied twice. Let no sync run meanwhile."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:all is copied and verified (or planned, with --dry-run)",
            "2:wrong command or wrong settings",
            "3:something could not be copied, or there is nothing to copy; nothing was switched"
        },
        footer = {
            "",
            "Settings, from the environment or a file .env in the working folder:",
            "  ARTIFACT_STORAGE_BACKEND",
            "                      where they are kept now: local (default) or s3. It is",
            "                      changed in .env at the end if it is not set elsewhere",
            "  RAW_STORAGE_PATH    the folder (default data/raw)",
            "  S3_BUCKET           the bucket, which has to be there",
            "  S3_ENDPOINT_URL     the server, like https://minio.example.edu:9000",
            "                      (default Amazon's)",
            "  S3_REGION           default us-east-1",
            "  S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY",
            "                      (default what Amazon's own tools would use)",
            "  S3_KEY_PREFIX       what all keys begin with (default nothing)"
        })
final class MigrateArtifactsCommand implements Callable<Integer> {

    private static final String NOTHING_COPIED = "Nothing was copied: this was a dry run.";

    private final Console console;
    private final Surroundings surroundings;

    @Option(names = "--to", required = true, paramLabel = "local|s3", description = "Where to: local or s3.")
    private @Nullable String to;

    @Option(names = "--dry-run", description = "Only say what would be copied.")
    private boolean dryRun;

    MigrateArtifactsCommand(Console console, Surroundings surroundings) {
        this.console = console;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Settings settings = surroundings.settings();
        ArtifactBackend target = ArtifactBackend.of(String.valueOf(to), "--to");
        ArtifactBackend source = ArtifactBackend.configured(settings);
        try (ArtifactPlace here = ArtifactPlace.of(source, settings, surroundings.clock());
                ArtifactPlace there = ArtifactPlace.of(target, settings, surroundings.clock())) {
            if (source == target) {
                console.line("Answers are kept in " + here.words() + " already; there is nothing to do.");
                return ExitStatus.COMPLETE;
            }
            console.line("From " + here.words() + " to " + there.words() + ":");
            ArtifactMigrationPlan plan = ArtifactMigration.between(here.existing(), there.existing())
                    .build()
                    .plan();
            if (plan.artifacts() == 0) {
                return nothingThere(here, target);
            }
            new MigrationScreen(console).plan(plan);
            if (dryRun) {
                console.line(NOTHING_COPIED);
                return ExitStatus.COMPLETE;
            }
            return migrated(here, there, target, plan);
        } catch (StoreException e) {
            console.error(String.valueOf(e.getMessage()));
            console.error(
                    dryRun ? NOTHING_COPIED : "Nothing was switched; what was copied stays. Run it again to go on.");
            return ExitStatus.PARTIAL;
        }
    }

    /** A disk that is not mounted looks like a place where nothing was ever kept; switching away from it would lose all. */
    private int nothingThere(ArtifactPlace here, ArtifactBackend target) {
        console.error("Nothing is kept in " + here.words() + ", so there is nothing to copy and nothing was switched.");
        console.error(
                "If answers should be there, look whether its disk is mounted and its settings are right. If none were"
                        + " ever kept, set " + ArtifactBackend.SETTING + "=" + target.word() + " yourself.");
        return ExitStatus.PARTIAL;
    }

    private int migrated(ArtifactPlace here, ArtifactPlace there, ArtifactBackend target, ArtifactMigrationPlan plan) {
        MigrationScreen screen = new MigrationScreen(console);
        ArtifactMigration migration = ArtifactMigration.between(here.existing(), there.store())
                .progress(soFar -> screen.progress(soFar, plan.artifacts()))
                .build();
        ArtifactMigrationReport report = migration.run();
        screen.result(report);
        if (!report.complete()) {
            console.line("Nothing was switched. Restore these from a copy or remove them, then run it again.");
            return ExitStatus.PARTIAL;
        }
        long late = migration.plan().missing();
        if (late > 0) {
            console.line("Nothing was switched: " + late + " more were kept meanwhile. Run it again.");
            return ExitStatus.PARTIAL;
        }
        switchTo(target);
        console.line("What is in " + here.words()
                + " is left as it was. A watch that runs already goes on keeping answers" + " there: start it anew.");
        return ExitStatus.COMPLETE;
    }

    /** What the environment says counts more than the file, and is not ours to change. */
    private void switchTo(ArtifactBackend target) {
        String setting = ArtifactBackend.SETTING + "=" + target.word();
        Path file = surroundings.folder().resolve(".env");
        if (!surroundings
                .environment()
                .getOrDefault(ArtifactBackend.SETTING, "")
                .isBlank()) {
            console.line("To switch, set " + setting + " in the environment, where it is set to another place now.");
        } else if (!Files.exists(file)) {
            console.line("To switch, set " + setting + " in the environment or in a file .env.");
        } else {
            write(file, target);
            console.line("Switched: .env now says " + setting + ".");
        }
    }

    private static void write(Path file, ArtifactBackend target) {
        try {
            new EnvironmentFile(file).set(ArtifactBackend.SETTING, target.word());
        } catch (IOException e) {
            throw new SettingsException(
                    "all is copied, but .env cannot be changed; set " + ArtifactBackend.SETTING + "=" + target.word()
                            + " there yourself",
                    e);
        }
    }
}
