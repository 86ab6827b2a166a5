package dev.unitracker.spi;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a look wrote before it broke off. Immutable.
 *
 * @param home the last home that it wrote: a course, or what belongs to no course
 * @param absences the homes in which it counted absences
 * @param firstSeen the scopes that it saw completely and for the first time
 */
public record Progress(Home home, List<Home> absences, List<Scope> firstSeen) {

    /** Copies the lists. Null is refused. */
    public Progress {
        Objects.requireNonNull(home, "home");
        absences = List.copyOf(absences);
        firstSeen = List.copyOf(firstSeen);
    }

    /** Returns this progress together with that of the next home. */
    public Progress then(Progress next) {
        return new Progress(next.home(), joined(absences, next.absences()), joined(firstSeen, next.firstSeen()));
    }

    private static <T> List<T> joined(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }
}
