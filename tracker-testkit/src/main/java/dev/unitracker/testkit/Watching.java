package dev.unitracker.testkit;

import dev.unitracker.run.Part;
import dev.unitracker.spi.Collector;
import dev.unitracker.spi.Look;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Sink;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A collector, and what it hands over in its latest look; in the other order, if that is wanted. */
final class Watching implements Collector {

    private final Collector collector;
    private final boolean backwards;
    private final List<Observation> seen = Collections.synchronizedList(new ArrayList<>());

    Watching(Collector collector, boolean backwards) {
        this.collector = collector;
        this.backwards = backwards;
    }

    /** Returns what it handed over in its latest look, in the order in which it did. */
    List<Observation> seen() {
        return List.copyOf(seen);
    }

    @Override
    public String name() {
        return collector.name();
    }

    @Override
    public List<Part> parts() {
        return collector.parts();
    }

    @Override
    public void collect(Look look, Sink sink) {
        seen.clear();
        try {
            collector.collect(look, new Sink() {
                @Override
                public void observe(Observation observation) {
                    seen.add(observation);
                    if (!backwards) {
                        sink.observe(observation);
                    }
                }

                @Override
                public void read(String part, Runnable reading) {
                    sink.read(part, reading);
                }
            });
        } finally {
            if (backwards) {
                List<Observation> other = new ArrayList<>(seen);
                Collections.reverse(other);
                other.forEach(sink::observe);
            }
        }
    }
}
