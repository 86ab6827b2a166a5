package dev.unitracker.internal;

import dev.unitracker.spi.Run;
import dev.unitracker.spi.Run.Outcome;
import dev.unitracker.spi.Runs;
import java.util.List;
import java.util.Optional;

/** What the runs of an account say about the next one. */
public final class RunHistory {

    private static final int RECENT = 200;
    private static final int MORE = 10;

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

    /** Returns the latest of the looks that got to their end. As a rule it is the latest, or only this look came after it. */
    static Optional<Run> latestEnded(Runs runs) {
        for (int limit = 2; limit <= RECENT; limit *= MORE) {
            List<Run> latest = runs.latest(limit);
            Optional<Run> ended = latest.stream().filter(Run::ended).findFirst();
            if (ended.isPresent() || latest.size() < limit) {
                return ended;
            }
        }
        return Optional.empty();
    }

    /** Returns the attempts that broke off since the latest look that got to its end, latest first; as a rule there are none. */
    static List<Run> brokenOff(Runs runs) {
        return runs.latest(1).stream().allMatch(Run::ended)
                ? List.of()
                : runs.latest(RECENT).stream().takeWhile(run -> !run.ended()).toList();
    }

    /** Tells whether a look got to its end, and an answer is kept of it. */
    public static boolean hasKeptAnswers(Run run) {
        return run.ended() && run.answers().stream().anyMatch(answer -> answer.artifact() != null);
    }

    /** Returns the names of the next run. */
    public static RunName next(Runs runs) {
        return runs.latest(1).stream().findFirst().map(RunName::after).orElse(RunName.FIRST);
    }
}
