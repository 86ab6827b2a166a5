package dev.unitracker.spi;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What an attempt wrote that broke off.
 *
 * @param home the last course of which it wrote something, or what belongs to none
 * @param absences where it counted absences
 * @param firstSeen the scopes that it saw for the first time, and completely
 */
public record Progress(Home home, List<Home> absences, List<Scope> firstSeen) {

    public Progress {
        Objects.requireNonNull(home, "home");
        absences = List.copyOf(absences);
        firstSeen = List.copyOf(firstSeen);
    }

    /** Returns this progress with that of the next course. */
    public Progress then(Progress next) {
        return new Progress(next.home(), joined(absences, next.absences()), joined(firstSeen, next.firstSeen()));
    }

    private static <T> List<T> joined(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }
}
