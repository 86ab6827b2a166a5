package dev.unitracker.testkit;

import dev.unitracker.model.Evidence;
import dev.unitracker.run.Part;
import dev.unitracker.spi.Collector;
import dev.unitracker.spi.Completeness;
import dev.unitracker.spi.Look;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import dev.unitracker.spi.Sink;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A collector that sees what a test shows it, at every look until it is shown something else. It has the parts that it is
 * given. If it is given none, it has the parts of all that it was ever shown, and before that one, named as itself. Not safe
 * for use by several threads at once.
 */
public final class FakeCollector implements Collector {

    private final String name;
    private final List<String> given;
    private final Set<String> everShown = new TreeSet<>();
    private final Map<String, Part> labelled = new TreeMap<>();
    private final List<Observation> shown = new ArrayList<>();
    private final List<Look.Request> requests = new ArrayList<>();
    private Consumer<Look> ending = look -> {};
    private @Nullable RuntimeException failure;

    /**
     * Makes a collector that sees nothing yet.
     *
     * @param parts the names of its parts, in order; with none, it has those of what it is shown
     */
    public FakeCollector(String name, String... parts) {
        this.name = name;
        this.given = List.of(parts);
    }

    /** Shows all there is in a scope of its first part from now on, and that somebody counted it. */
    public FakeCollector shows(String scope, Sighting... sightings) {
        String part = firstPart();
        return shows(new Observation(
                new Scope(part, scope),
                Completeness.witnessed("a count"),
                List.of(sightings),
                Set.of(),
                new Evidence(part, "fake_" + scope, null)));
    }

    /** Shows an observation from now on, in place of what was shown of its scope. */
    public FakeCollector shows(Observation observation) {
        forget(observation.scope());
        return add(observation);
    }

    /** Shows just these observations from now on, in this order, whatever was shown before; none for nothing at all. */
    public FakeCollector showsOnly(Observation... observations) {
        return showsOnly(List.of(observations));
    }

    /** Shows just these observations from now on, in this order, whatever was shown before; none for nothing at all. */
    public FakeCollector showsOnly(List<Observation> observations) {
        shown.clear();
        observations.forEach(this::add);
        return this;
    }

    /** States from now on what people call a part, if it has one of that name. */
    public FakeCollector calls(Part part) {
        labelled.put(part.name(), part);
        return this;
    }

    /** Shows no longer anything of a scope of its first part, as if it was not asked for. */
    public FakeCollector hides(String scope) {
        forget(new Scope(firstPart(), scope));
        return this;
    }

    /** Does this in each look, after its observations, from now on, in place of what it did before. It may throw. */
    public FakeCollector then(Consumer<Look> ending) {
        this.ending = ending;
        return this;
    }

    /** Fails at each look, after its observations, until it is {@linkplain #recovers well} again. */
    public FakeCollector fails(RuntimeException reason) {
        failure = reason;
        return this;
    }

    /** Fails no longer; what is shown stays. */
    public FakeCollector recovers() {
        failure = null;
        return this;
    }

    /** Returns what each look asked of it, in order; empty if it was never asked to look. */
    public List<Look.Request> requests() {
        return List.copyOf(requests);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Part> parts() {
        Collection<String> names = given.isEmpty() ? everShown : given;
        return names.isEmpty()
                ? List.of(part(name))
                : names.stream().map(this::part).toList();
    }

    private Part part(String part) {
        return labelled.getOrDefault(part, Part.named(part));
    }

    @Override
    public void collect(Look look, Sink sink) {
        requests.add(look.request());
        List.copyOf(shown).forEach(sink::observe);
        ending.accept(look);
        if (failure != null) {
            throw failure;
        }
    }

    private String firstPart() {
        return given.isEmpty() ? name : given.get(0);
    }

    private FakeCollector add(Observation observation) {
        shown.add(observation);
        everShown.add(observation.scope().part());
        return this;
    }

    private void forget(Scope scope) {
        shown.removeIf(observation -> observation.scope().equals(scope));
    }
}
