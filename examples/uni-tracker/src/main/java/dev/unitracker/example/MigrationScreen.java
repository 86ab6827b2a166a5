package dev.unitracker.example;

import dev.unitracker.artifact.ArtifactMigrationPlan;
import dev.unitracker.artifact.ArtifactMigrationReport;
import java.util.Locale;

/** Shows a person what a migration of artifacts will do, does and did. */
final class MigrationScreen {

    private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB"};

    private final Console console;
    private long shown = -1;

    MigrationScreen(Console console) {
        this.console = console;
    }

    void plan(ArtifactMigrationPlan plan) {
        console.line("  " + plan.artifacts() + " in all, " + size(plan.bytes()));
        console.line("  " + plan.alreadyThere() + " there already");
        console.line("  " + plan.missing() + " to copy, " + size(plan.missingBytes()));
    }

    /** Shows how far it got, once for each hundredth of the way. */
    void progress(ArtifactMigrationReport soFar, long all) {
        long percent = soFar.artifacts() * 100 / Math.max(all, 1);
        if (percent != shown) {
            shown = percent;
            console.progress("copying: " + soFar.artifacts() + " of " + all);
        }
    }

    void result(ArtifactMigrationReport report) {
        console.line("Copied and verified " + report.copied() + ", " + size(report.bytes()) + "; "
                + report.alreadyThere() + " were there already, and whole.");
        if (!report.complete()) {
            console.line("Could not copy " + report.damaged().size() + ":");
            report.damaged().forEach(damage -> console.line("  - " + damage.sha256() + ": " + damage.reason()));
        }
    }

    /** Returns a size in the unit that suits it. */
    static String size(long bytes) {
        double number = bytes;
        int unit = 0;
        while (number >= 999.95 && unit < UNITS.length - 1) {
            number /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", number, UNITS[unit]);
    }
}
