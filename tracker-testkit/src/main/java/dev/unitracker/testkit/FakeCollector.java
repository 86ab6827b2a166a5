package dev.unitracker.testkit;

import dev.unitracker.model.Evidence;
import dev.unitracker.spi.Collector;
import dev.unitracker.spi.Look;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A collector that sees what a test shows it, at every look until it is shown something else. */
public final class FakeCollector implements Collector {

    private final String name;
    private final Map<String, Observation> shown = new TreeMap<>();
    private final List<String> runs = new ArrayList<>();
    private @Nullable RuntimeException failure;

    public FakeCollector(String name) {
        this.name = name;
    }

    /** Shows all there is in a scope from now on. */
    public FakeCollector shows(String scope, Sighting... sightings) {
        return shows(Observation.complete(
                new Scope(name, scope), List.of(sightings), new Evidence(name, "fake_" + scope, null)));
    }

    /** Shows an observation from now on, in place of what was shown of its scope. */
    public FakeCollector shows(Observation observation) {
        shown.put(observation.scope().key(), observation);
        return this;
    }

    /** Shows no longer anything of a scope, as if it was not asked for. */
    public FakeCollector hides(String scope) {
        shown.remove(scope);
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
    public void collect(Look look, Consumer<Observation> observations) {
        runs.add(look.run());
        shown.values().forEach(observations);
        if (failure != null) {
            throw failure;
        }
    }
}
