package dev.unitracker.internal.look;

import dev.unitracker.run.Level;
import dev.unitracker.run.Missed;
import dev.unitracker.run.PartOutcome;
import dev.unitracker.spi.Completeness;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What was seen of one part in one look. Not for use by several threads. */
final class PartGathering {

    private final String source;
    private final String part;
    private final SortedMap<Scope, Observation> observations = new TreeMap<>();
    private final List<Missed> failures = new ArrayList<>();
    private boolean finished;

    PartGathering(String source, String part) {
        this.source = source;
        this.part = part;
    }

    /**
     * Takes an observation.
     *
     * @throws IllegalArgumentException if its scope was observed already; what was seen of it proves no absence then
     */
    void take(Observation observation) {
        Observation earlier = observations.putIfAbsent(observation.scope(), observation);
        if (earlier != null) {
            Missed twice = Missed.of(Missed.Code.MISTAKE, observation.scope() + " was observed twice in one look");
            observations.put(observation.scope(), earlier.with(Completeness.partial(twice)));
            throw new IllegalArgumentException(twice.detail());
        }
    }

    /** Has each observation taken as somebody judges it. */
    void judge(UnaryOperator<Observation> judge) {
        observations.replaceAll((scope, observation) -> judge.apply(observation));
    }

    /** Notes that it was read to its end, so that what fails later has nothing to do with it. */
    void finish() {
        finished = true;
    }

    String source() {
        return source;
    }

    boolean isFinished() {
        return finished;
    }

    void fail(Missed reason) {
        finished = true;
        failures.add(reason);
    }

    Collection<Observation> observations() {
        return observations.values();
    }

    boolean sawSomething() {
        return observations.values().stream()
                .anyMatch(observation -> observation.completeness().level() != Level.NOT_LOOKED);
    }

    PartOutcome outcome() {
        List<Missed> missed = Stream.concat(
                        failures.stream(),
                        observations.values().stream()
                                .flatMap(observation -> observation.completeness().missed().stream()))
                .distinct()
                .toList();
        Level less = sawSomething() ? Level.PARTIAL : Level.NOT_LOOKED;
        return new PartOutcome(part, missed.isEmpty() ? Level.COMPLETE : less, missed);
    }
}
