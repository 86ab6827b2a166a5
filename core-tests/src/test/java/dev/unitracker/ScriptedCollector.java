package dev.unitracker;

import dev.unitracker.spi.Collector;
import dev.unitracker.spi.Look;
import dev.unitracker.spi.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A collector that sees what a test tells it to see, and then fails if it is told to. */
final class ScriptedCollector implements Collector {

    final List<Boolean> fullLooks = new ArrayList<>();
    private final String name;
    private List<Observation> script = List.of();
    private Consumer<Look> ending = look -> {};

    ScriptedCollector(String name) {
        this.name = name;
    }

    ScriptedCollector sees(List<Observation> observations) {
        script = List.copyOf(observations);
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
    public void collect(Look look, Consumer<Observation> observations) {
        fullLooks.add(look.full());
        script.forEach(observations);
        ending.accept(look);
    }
}
