package dev.unitracker;

import dev.unitracker.spi.Collector;
import dev.unitracker.spi.Look;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Part;
import dev.unitracker.spi.Sink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A collector that sees what a test tells it to see, and then fails if it is told to. It has the parts that it is given or,
 * if it is given none, those that it was ever told to see.
 */
final class ScriptedCollector implements Collector {

    final List<Boolean> fullLooks = new ArrayList<>();
    private final String name;
    private final Set<String> given;
    private final Set<String> seen = new TreeSet<>();
    private final Map<String, Part> labelled = new HashMap<>();
    private List<Observation> script = List.of();
    private Consumer<Look> ending = look -> {};

    ScriptedCollector(String name, String... parts) {
        this.name = name;
        this.given = new TreeSet<>(List.of(parts));
    }

    ScriptedCollector sees(List<Observation> observations) {
        script = List.copyOf(observations);
        script.forEach(observation -> seen.add(observation.scope().part()));
        return this;
    }

    ScriptedCollector sees(Observation... observations) {
        return sees(List.of(observations));
    }

    /** Sets what is done after everything was handed over. */
    ScriptedCollector then(Consumer<Look> ending) {
        this.ending = ending;
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Part> parts() {
        Set<String> parts = given.isEmpty() ? seen : given;
        return parts.isEmpty()
                ? List.of(part(name))
                : parts.stream().map(this::part).toList();
    }

    private Part part(String part) {
        return labelled.getOrDefault(part, Part.named(part));
    }

    /** States what people call a part. */
    ScriptedCollector calling(Part part) {
        labelled.put(part.name(), part);
        return this;
    }

    @Override
    public void collect(Look look, Sink sink) {
        fullLooks.add(look.request().full());
        script.forEach(sink::observe);
        ending.accept(look);
    }
}
