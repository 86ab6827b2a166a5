package dev.unitracker.report;

import dev.unitracker.model.Change;
import dev.unitracker.run.Missed;
import dev.unitracker.run.Run;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one look did. Immutable.
 *
 * @param run the run as it was stored: when it was, how it ended, what it did not see
 * @param looked how many scopes were looked at completely
 * @param items how many items are there now, removed ones left out
 * @param changes the new ledger entries, ordered by number, also those that nobody is told of; empty if nothing changed
 * @param refusal why a source refused the login, and what to do; empty if none did
 */
public record SyncReport(Run run, int looked, int items, List<Change> changes, Optional<String> refusal) {

    /** Copies the list. */
    public SyncReport {
        Objects.requireNonNull(run, "run");
        changes = List.copyOf(changes);
    }

    /** Returns what was not removed because too much vanished at once, a line for each course; usually empty. */
    public List<String> suspected() {
        return run.parts().stream()
                .flatMap(part -> part.missed().stream())
                .filter(reason -> reason.code() == Missed.Code.VANISHED)
                .map(Missed::toString)
                .distinct()
                .toList();
    }

    /** Tells whether all that was to be looked at was seen. */
    public boolean complete() {
        return run.outcome() == Run.Outcome.COMPLETE;
    }

    /**
     * Returns the changes that a student would care for, without those of a first look, ordered by number; empty if
     * there are none.
     */
    public List<Change> news() {
        return changes.stream()
                .filter(change -> change.meaningful() && !change.baseline())
                .toList();
    }

    /** Returns how many items a first look found that nobody is told of one by one. */
    public long baseline() {
        return changes.stream().filter(Change::baseline).count();
    }

    /** Returns how long the look took. */
    public Duration duration() {
        return Duration.between(run.startedAt(), run.finishedAt());
    }
}
