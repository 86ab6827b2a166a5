package dev.unitracker.internal;

import dev.unitracker.spi.Run;
import dev.unitracker.spi.Run.Outcome;
import dev.unitracker.spi.Runs;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the runs of an account say about the next one. */
public final class RunHistory {

    private RunHistory() {}

    /**
     * Returns the latest look that counts as full. One that missed something is made again at once. If it then misses the
     * same, the source does not have it, and the look was as full as it gets.
     */
    public static Optional<Run> latestFull(Runs runs) {
        List<Run> full = runs.latestFullWithAnswers(2);
        boolean missesTheSame = full.size() == 2
                && full.stream().allMatch(run -> run.outcome() == Outcome.PARTIAL)
                && !full.get(0).notLooked().isEmpty()
                && full.get(0).notLooked().equals(full.get(1).notLooked());
        return missesTheSame ? Optional.of(full.get(0)) : runs.latestFull();
    }

    /** Returns the name of the next run, which sorts after those of the earlier ones. */
    public static String nextName(Runs runs) {
        long latest = runs.latest(1).stream()
                .mapToLong(run -> Long.parseLong(run.name()))
                .findFirst()
                .orElse(0);
        return String.format(Locale.ROOT, "%09d", latest + 1);
    }
}
