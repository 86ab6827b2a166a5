package dev.unitracker.internal.look;

import dev.unitracker.internal.history.RunHistory;
import dev.unitracker.spi.Home;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Progress;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.RunAnswers;
import dev.unitracker.spi.Runs;
import dev.unitracker.spi.Scope;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What earlier attempts at a look wrote. A look that does not get to its end leaves its name to the next one, which goes on
 * in its place: an absence that both saw counts once, and what the first one saw for the first time need not be read again.
 */
final class Attempts {

    private final List<Progress> before;

    private Attempts(List<Progress> before) {
        this.before = before;
    }

    /** Returns those since the latest look that got to its end. */
    static Attempts before(Runs runs) {
        return new Attempts(RunHistory.brokenOff(runs).stream()
                .map(RunAnswers::reached)
                .filter(Objects::nonNull)
                .toList());
    }

    /** Tells whether an earlier attempt counted absences from a course. */
    boolean counted(Home home) {
        return before.stream().anyMatch(progress -> progress.absences().contains(home));
    }

    /** Returns the scopes that earlier attempts saw for the first time, and completely. */
    Set<Scope> firstSeen() {
        return before.stream()
                .flatMap(progress -> progress.firstSeen().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Returns what an attempt writes of one course.
     *
     * @param settled the scopes whose first look is over
     * @param changed the sightings that it writes
     */
    static Progress progress(Home home, List<Observation> observations, Set<Scope> settled, List<Remembered> changed) {
        Set<Scope> written = changed.stream().map(Remembered::scope).collect(Collectors.toSet());
        List<Scope> firstSeen = observations.stream()
                .filter(observation -> observation.completeness().complete())
                .map(Observation::scope)
                .filter(scope -> written.contains(scope) && !settled.contains(scope))
                .sorted()
                .toList();
        boolean absences = changed.stream().anyMatch(known -> !known.seen());
        return new Progress(home, absences ? List.of(home) : List.of(), firstSeen);
    }
}
