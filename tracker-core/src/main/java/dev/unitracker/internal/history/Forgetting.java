package dev.unitracker.internal.history;

import dev.unitracker.run.Run;
import dev.unitracker.spi.NoteOwner;
import dev.unitracker.spi.RunAnswers;
import dev.unitracker.spi.StoreSession;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Removes what is old and plays no part any more. A run plays one as long as it can be replayed, that is, up to when answers were
 * pruned, and as long as it says something of the looks to come.
 */
public final class Forgetting {

    private static final int RUNS_AT_ONCE = 200;

    private Forgetting() {}

    /** Removes the runs that began before a moment and that nobody asks for, and returns how many. */
    public static int runs(StoreSession session, Instant moment) {
        Instant pruned = session.notes()
                .get(NoteOwner.CORE, RunHistory.PRUNED)
                .map(Instant::parse)
                .orElse(Instant.MIN);
        Instant before = pruned.isBefore(moment) ? pruned : moment;
        Set<String> needed = needed(session);
        int removed = 0;
        String last = "";
        List<RunAnswers> some = session.runs().after(last, RUNS_AT_ONCE);
        while (!some.isEmpty() && some.get(0).run().startedAt().isBefore(before)) {
            Set<String> old = some.stream()
                    .map(RunAnswers::run)
                    .filter(run -> run.startedAt().isBefore(before) && !needed.contains(run.name()))
                    .map(Run::name)
                    .collect(Collectors.toSet());
            // The next are found from one that stays.
            last = some.stream()
                    .map(run -> run.run().name())
                    .filter(name -> !old.contains(name))
                    .reduce(last, (one, later) -> later);
            session.runs().remove(old);
            removed += old.size();
            some = old.isEmpty() ? List.of() : session.runs().after(last, RUNS_AT_ONCE);
        }
        return removed;
    }

    private static Set<String> needed(StoreSession session) {
        Set<String> needed = new HashSet<>(Readings.noted(session));
        session.runs().latest(RunHistory.RECENT).forEach(run -> needed.add(run.name()));
        RunHistory.latestFull(session.runs()).map(Run::name).ifPresent(needed::add);
        return needed;
    }
}
