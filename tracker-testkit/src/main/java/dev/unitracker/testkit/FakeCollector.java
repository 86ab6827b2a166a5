package dev.unitracker.testkit;

import dev.unitracker.model.Evidence;
import dev.unitracker.spi.Collector;
import dev.unitracker.spi.Completeness;
import dev.unitracker.spi.Look;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Part;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import dev.unitracker.spi.Sink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A collector that sees what a test shows it, at every look until it is shown something else. It has one part, named as
 * itself, unless it is given others.
 */
public final class FakeCollector implements Collector {

    private final String name;
    private final List<Part> parts;
    private final Map<String, Observation> shown = new TreeMap<>();
    private final List<String> runs = new ArrayList<>();
    private @Nullable RuntimeException failure;

    /** Makes a collector with some parts; none for one part, named as the collector. */
    public FakeCollector(String name, String... parts) {
        this.name = name;
        this.parts = parts.length == 0
                ? List.of(Part.named(name))
                : Stream.of(parts).map(Part::named).toList();
    }

    /** Shows all there is in a scope of its first part from now on, and that somebody counted it. */
    public FakeCollector shows(String scope, Sighting... sightings) {
        String part = parts.get(0).name();
        return shows(new Observation(
                new Scope(part, scope),
                Completeness.witnessed("a count"),
                List.of(sightings),
                Set.of(),
                new Evidence(part, "fake_" + scope, null)));
    }

    /** Shows an observation from now on, in place of what was shown of its scope. */
    public FakeCollector shows(Observation observation) {
        shown.put(observation.scope().toString(), observation);
        return this;
    }

    /** Shows no longer anything of a scope of its first part, as if it was not asked for. */
    public FakeCollector hides(String scope) {
        shown.remove(new Scope(parts.get(0).name(), scope).toString());
        return this;
    }

    /** Fails at each look, after its observations, until it is {@linkplain #recovers well} again. */
    public FakeCollector fails(RuntimeException reason) {
        failure = reason;
        return this;
    }

    /** Fails no longer. */
    public FakeCollector recovers() {
        failure = null;
        return this;
    }

    /** Returns the names of the runs in which it looked, in order. */
    public List<String> runs() {
        return List.copyOf(runs);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Part> parts() {
        return parts;
    }

    @Override
    public void collect(Look look, Sink sink) {
        runs.add(look.request().run());
        shown.values().forEach(sink::observe);
        if (failure != null) {
            throw failure;
        }
    }
}
