package dev.unitracker.internal.look;

import dev.unitracker.run.Missed;
import dev.unitracker.spi.Completeness;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says which course it was that was not seen, so that the freshness of the others does not suffer: the one that all belongs to
 * what was ever seen in a scope. Of a scope that shows several courses, or never showed anything, nobody knows.
 */
final class CoursesOfScopes {

    private final OngoingLook look;

    CoursesOfScopes(OngoingLook look) {
        this.look = look;
    }

    /** Returns an observation whose reasons name the course, where they named none and it is known. */
    Observation named(Observation observation) {
        Completeness completeness = observation.completeness();
        if (completeness.missed().stream().allMatch(missed -> !missed.course().isEmpty())) {
            return observation;
        }
        Set<String> courses = courses(observation);
        if (courses.size() != 1 || courses.contains("")) {
            return observation;
        }
        String course = courses.iterator().next();
        List<Missed> named = completeness.missed().stream()
                .map(missed -> missed.course().isEmpty() ? missed.in(course) : missed)
                .toList();
        return observation.with(
                new Completeness(completeness.level(), named, completeness.witness(), completeness.witnessName()));
    }

    private Set<String> courses(Observation observation) {
        Scope scope = observation.scope();
        Stream<Sighting> remembered = look.recall(scope.toString(), Set.of(scope.part())).stream()
                .filter(known -> known.scope().equals(scope))
                .map(Remembered::sighting);
        return Stream.concat(remembered, observation.sightings().stream())
                .map(sighting -> sighting.course() == null ? "" : sighting.course())
                .collect(Collectors.toSet());
    }
}
