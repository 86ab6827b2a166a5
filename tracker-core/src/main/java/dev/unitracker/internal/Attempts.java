package dev.unitracker.internal;

import dev.unitracker.spi.Notes;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Scope;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What earlier attempts at a look wrote. A look that does not get to its end leaves its name to the next one, which goes on
 * in its place: an absence that both saw counts once, and what the first one saw for the first time need not be read again.
 *
 * <p>It is kept in a note for each course, written with the course and only if there is something to keep.
 */
final class Attempts {

    private static final String NOTE = "attempt/";
    private static final String SEPARATOR = "\n";

    private final String run;
    private final Map<String, String> notes;

    /**
     * @param run the name of the look
     * @param notes the notes as they are before this attempt
     */
    Attempts(String run, Map<String, String> notes) {
        this.run = run;
        this.notes = Map.copyOf(notes);
    }

    /** Tells whether an earlier attempt may have counted absences from a course. */
    boolean counted(String course) {
        return notes.getOrDefault(NOTE + course, "").startsWith(run + SEPARATOR);
    }

    /** Returns the scopes that earlier attempts saw for the first time, and completely. */
    Set<Scope> firstSeen() {
        return notes.keySet().stream()
                .filter(name -> name.startsWith(NOTE))
                .map(name -> name.substring(NOTE.length()))
                .flatMap(course -> firstSeen(course).stream())
                .map(Scope::parse)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Collection<String> firstSeen(String course) {
        return counted(course)
                ? notes.getOrDefault(NOTE + course, "")
                        .lines()
                        .skip(1)
                        .filter(line -> !line.isEmpty())
                        .toList()
                : List.of();
    }

    /**
     * Keeps what this attempt writes of a course, should it not get to its end.
     *
     * @param settled the scopes whose first look is over
     * @param changed the sightings that it writes
     */
    void keep(Notes into, String course, List<Observation> observations, Set<Scope> settled, List<Remembered> changed) {
        Set<Scope> written = changed.stream().map(Remembered::scope).collect(Collectors.toSet());
        Set<String> firstSeen = observations.stream()
                .filter(observation -> observation.completeness().complete())
                .map(Observation::scope)
                .filter(scope -> written.contains(scope) && !settled.contains(scope))
                .map(Scope::toString)
                // A key of several lines is rare enough to be read again.
                .filter(scope -> scope.lines().count() == 1)
                .collect(Collectors.toCollection(TreeSet::new));
        boolean absences = changed.stream().anyMatch(known -> !known.seen());
        if (absences || !firstSeen.isEmpty()) {
            firstSeen.addAll(firstSeen(course));
            into.put(NOTE + course, run + SEPARATOR + String.join(SEPARATOR, firstSeen));
        }
    }
}
