package dev.unitracker.internal.look;

import dev.unitracker.error.LoginRefusedException;
import dev.unitracker.error.TrackerException;
import dev.unitracker.spi.Collector;
import dev.unitracker.spi.Completeness;
import dev.unitracker.spi.Completeness.Level;
import dev.unitracker.spi.Look;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all collectors saw in one look. One that fails never stops the others; a refused login stops them all. */
public final class Gathering {

    private static final Logger log = LoggerFactory.getLogger("unitracker.look");

    private final Map<Scope, Observation> observations = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private @Nullable LoginRefusedException refused;

    /** Lets each collector look, in the given order. */
    public static Gathering from(List<Collector> collectors, Look look) {
        Gathering gathering = new Gathering();
        for (Collector collector : collectors) {
            if (gathering.refused == null) {
                gathering.gather(collector, look);
            } else {
                gathering.failures.add(collector.name() + ": not looked at, because the login was refused");
            }
        }
        return gathering;
    }

    private void gather(Collector collector, Look look) {
        try {
            collector.collect(look, this::add);
        } catch (LoginRefusedException e) {
            refused = e;
            failures.add(collector.name() + ": " + e.getMessage());
        } catch (TrackerException e) {
            failures.add(collector.name() + ": " + e.getMessage());
        } catch (Throwable e) {
            // A collector is foreign code: whatever it throws is reported as its mistake and costs the others nothing.
            log.warn("collector {} failed unexpectedly", collector.name(), e);
            failures.add(collector.name() + ": failed unexpectedly ("
                    + e.getClass().getSimpleName() + "); please report this with the log");
        }
    }

    private synchronized void add(Observation observation) {
        Observation earlier = observations.put(observation.scope(), observation);
        if (earlier != null) {
            throw new IllegalStateException(observation.scope() + " was observed twice in one look");
        }
    }

    /** Returns what was seen, ordered by scope. */
    public List<Observation> observations() {
        return List.copyOf(observations.values());
    }

    /** Tells whether any scope was seen, at least partly. */
    boolean sawSomething() {
        return observations.values().stream()
                .anyMatch(observation -> observation.completeness().level() != Level.NOT_LOOKED);
    }

    /** Returns why the login was refused; empty if it was not. */
    public Optional<LoginRefusedException> refused() {
        return Optional.ofNullable(refused);
    }

    /** Returns what was not looked at, a line each. */
    public List<String> notLooked() {
        List<String> lines = new ArrayList<>(failures);
        for (Observation observation : observations.values()) {
            Completeness completeness = observation.completeness();
            if (!completeness.complete()) {
                lines.add(observation.scope().collector() + ": " + completeness.reason());
            }
        }
        return lines.stream().distinct().toList();
    }
}
