package dev.unitracker.internal.history;

import dev.unitracker.run.Run;
import dev.unitracker.run.Run.Outcome;
import dev.unitracker.spi.RunAnswers;
import dev.unitracker.spi.Runs;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the runs of an account say about the next one. */
public final class RunHistory {

    /** The note that tells up to when answers are pruned. */
    public static final String PRUNED = "answers pruned before";

    /** So many runs are looked through for what happened lately. */
    static final int RECENT = 200;

    private static final int MORE = 20;
    private static final int MOST = 8000;

    private RunHistory() {}

    /**
     * Returns the latest look that counts as full. One that missed something is made again at once. If it then misses the
     * same, the source does not have it, and the look was as full as it gets.
     */
    public static Optional<Run> latestFull(Runs runs) {
        for (int limit = 2; limit <= MOST; limit *= MORE) {
            List<Run> full = runs.latestFull(limit);
            Optional<Run> counts = missesTheSame(full).or(() -> complete(full));
            if (counts.isPresent() || full.size() < limit) {
                return counts;
            }
        }
        return Optional.empty();
    }

    private static Optional<Run> complete(List<Run> runs) {
        return runs.stream().filter(run -> run.outcome() == Outcome.COMPLETE).findFirst();
    }

    private static Optional<Run> missesTheSame(List<Run> full) {
        List<Run> answered =
                full.stream().filter(run -> run.kept() > 0).limit(2).toList();
        boolean same = answered.size() == 2
                && answered.stream().allMatch(run -> run.outcome() == Outcome.PARTIAL)
                && answered.get(0).parts().equals(answered.get(1).parts());
        return same ? Optional.of(answered.get(0)) : Optional.empty();
    }

    /** Returns the latest look of the last {@value #MOST} runs that read something. */
    static Optional<Run> latestThatRead(Runs runs) {
        for (int limit = 1; limit <= MOST; limit *= MORE) {
            List<Run> latest = runs.latest(limit);
            Optional<Run> read = latest.stream().filter(RunHistory::hasRead).findFirst();
            if (read.isPresent() || latest.size() < limit) {
                return read;
            }
        }
        return Optional.empty();
    }

    /** Returns the latest run that got to its end; empty if there is none. */
    static Optional<Run> latestEnded(Runs runs) {
        return runs.latest(1).stream()
                .filter(Run::ended)
                .findFirst()
                .or(() -> runs.latest(RECENT).stream().filter(Run::ended).findFirst());
    }

    /** Returns the first run that ended, or wrote last, after a moment of the last days; empty if there is none. */
    public static Optional<Run> firstAfter(Runs runs, Instant moment) {
        for (int limit = MORE; limit <= MOST; limit *= MORE) {
            List<Run> latest = runs.latest(limit);
            List<Run> after = latest.stream()
                    .takeWhile(run -> run.finishedAt().isAfter(moment))
                    .toList();
            if (after.size() < limit) {
                return after.isEmpty() ? Optional.empty() : Optional.of(after.get(after.size() - 1));
            }
        }
        return Optional.empty();
    }

    /** Returns the attempts that broke off since the latest look that got to its end, in order; as a rule there are none. */
    public static List<RunAnswers> brokenOff(Runs runs) {
        if (runs.latest(1).stream().allMatch(Run::ended)) {
            return List.of();
        }
        String ended = latestEnded(runs).map(Run::name).orElse("");
        return runs.after(ended, RECENT);
    }

    /** Tells whether a look read something. */
    static boolean hasRead(Run run) {
        return run.ended() && (run.outcome() == Outcome.COMPLETE || run.sawSomething());
    }

    /** Returns the names of the next run. */
    public static RunName next(Runs runs) {
        return runs.latest(1).stream().findFirst().map(RunName::after).orElse(RunName.FIRST);
    }
}
