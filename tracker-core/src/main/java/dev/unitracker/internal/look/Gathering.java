package dev.unitracker.internal.look;

import dev.unitracker.error.LoginRefusedException;
import dev.unitracker.error.SourceUnavailableException;
import dev.unitracker.error.TrackerException;
import dev.unitracker.run.Missed;
import dev.unitracker.run.Missed.Code;
import dev.unitracker.run.Part;
import dev.unitracker.run.PartOutcome;
import dev.unitracker.spi.Collector;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets all collectors look, and holds what they saw. One that fails never stops the others. */
public final class Gathering {

    private static final Logger log = LoggerFactory.getLogger("unitracker.look");

    private final Map<String, PartGathering> parts = new LinkedHashMap<>();
    private Set<Scope> provenEmpty = Set.of();
    private @Nullable LoginRefusedException refused;

    /** Lets each collector look that has a part to look at, in the given order. */
    static Gathering from(List<Collector> collectors, OngoingLook look) {
        Gathering gathering = new Gathering();
        for (Collector collector : collectors) {
            List<String> asked = look.partsOf(collector);
            if (!asked.isEmpty()) {
                asked.forEach(part -> gathering.parts.put(part, new PartGathering(collector.name(), part)));
                gathering.gather(collector, look, asked);
            }
        }
        EmptyScopes empty = new EmptyScopes(look);
        gathering.parts.values().forEach(part -> part.judge(empty::judged));
        gathering.provenEmpty = empty.believed();
        CoursesOfScopes courses = new CoursesOfScopes(look);
        gathering.parts.values().forEach(part -> part.judge(courses::named));
        return gathering;
    }

    private void gather(Collector collector, OngoingLook look, List<String> asked) {
        CollectorSink sink = new CollectorSink(collector);
        try {
            collector.collect(look.as(collector), sink);
        } catch (Throwable e) {
            // A collector is foreign code: whatever it throws is reported and costs the others nothing.
            fail(asked, reason(collector.name(), e));
        } finally {
            sink.close();
        }
    }

    private synchronized void fail(List<String> asked, Missed reason) {
        asked.stream()
                .map(part -> Objects.requireNonNull(parts.get(part)))
                .filter(part -> !part.isFinished())
                .forEach(part -> part.fail(reason));
    }

    private Missed reason(String name, Throwable e) {
        String message = Objects.requireNonNullElse(e.getMessage(), "");
        if (e instanceof LoginRefusedException refusal) {
            refused = refused == null ? refusal : refused;
            return Missed.of(Code.LOGIN_REFUSED, message);
        }
        if (e instanceof TrackerException) {
            return Missed.of(e instanceof SourceUnavailableException ? Code.UNAVAILABLE : Code.FAILED, message);
        }
        log.warn("{} failed unexpectedly", name, e);
        return Missed.of(
                Code.MISTAKE,
                "failed unexpectedly (" + e.getClass().getSimpleName() + "); please report this with the log");
    }

    /** Takes what one collector sees, until it is done. A thread that it left behind changes nothing any more. */
    private final class CollectorSink implements Sink {

        private final Set<String> own;
        private boolean closed;

        CollectorSink(Collector collector) {
            this.own = collector.parts().stream().map(Part::name).collect(Collectors.toSet());
        }

        @Override
        public void observe(Observation observation) {
            String part = observation.scope().part();
            if (!own.contains(part)) {
                throw new IllegalArgumentException(
                        observation.scope() + " belongs to no part of this collector, which has " + own);
            }
            synchronized (Gathering.this) {
                PartGathering gathered = parts.get(part);
                if (gathered != null && !closed) {
                    gathered.take(observation);
                }
            }
        }

        @Override
        public void read(String part, Runnable reading) {
            if (!own.contains(part)) {
                throw new IllegalArgumentException(part + " is no part of this collector, which has " + own);
            }
            if (!parts.containsKey(part)) {
                return;
            }
            try {
                reading.run();
                end(part, PartGathering::finish);
            } catch (LoginRefusedException e) {
                throw e;
            } catch (Throwable e) {
                Missed reason = reason(part, e);
                end(part, gathered -> gathered.fail(reason));
            }
        }

        private void end(String part, Consumer<PartGathering> how) {
            synchronized (Gathering.this) {
                if (!closed) {
                    how.accept(Objects.requireNonNull(parts.get(part)));
                }
            }
        }

        void close() {
            synchronized (Gathering.this) {
                closed = true;
            }
        }
    }

    /** Returns what was seen, ordered by scope. */
    public List<Observation> observations() {
        return parts.values().stream()
                .flatMap(part -> part.observations().stream())
                .sorted(Comparator.comparing(Observation::scope))
                .toList();
    }

    /** Returns what was seen of each source that anything was seen of, ordered by scope. */
    Map<String, List<Observation>> bySource() {
        Map<String, List<Observation>> seen = new TreeMap<>();
        parts.values()
                .forEach(part -> seen.computeIfAbsent(part.source(), source -> new ArrayList<>())
                        .addAll(part.observations()));
        seen.values().forEach(observations -> observations.sort(Comparator.comparing(Observation::scope)));
        return seen;
    }

    /** Returns the scopes whose absences need no further look, because it was said often enough that no more is there. */
    Set<Scope> provenEmpty() {
        return provenEmpty;
    }

    /** Returns what came of each part, in the order of the collectors and their parts. */
    List<PartOutcome> outcomes() {
        return parts.values().stream().map(PartGathering::outcome).toList();
    }

    /** Tells whether any scope was seen, at least partly. */
    boolean sawSomething() {
        return parts.values().stream().anyMatch(PartGathering::sawSomething);
    }

    /** Returns why a login was refused; empty if none was. */
    public Optional<LoginRefusedException> refused() {
        return Optional.ofNullable(refused);
    }
}
