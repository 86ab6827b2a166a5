package dev.unitracker.memory;

import dev.unitracker.run.Run;
import dev.unitracker.spi.RunAnswers;
import dev.unitracker.spi.Runs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The runs of one account in memory. */
final class MemoryRuns implements Runs {

    private final List<RunAnswers> runs = new ArrayList<>();
    private final Seal seal;

    MemoryRuns(Seal seal) {
        this.seal = seal;
    }

    MemoryRuns copy(Seal of) {
        MemoryRuns copy = new MemoryRuns(of);
        copy.runs.addAll(runs);
        return copy;
    }

    @Override
    public void add(RunAnswers run) {
        seal.check();
        runs.add(run);
    }

    @Override
    public void replace(String name, RunAnswers run) {
        seal.check();
        runs.replaceAll(known -> known.run().name().equals(name) ? run : known);
    }

    @Override
    public Optional<Run> find(String name) {
        return runs.stream()
                .map(RunAnswers::run)
                .filter(run -> run.name().equals(name))
                .findFirst();
    }

    @Override
    public List<Run> latest(int limit) {
        return backwards().limit(limit).toList();
    }

    @Override
    public List<Run> latestFull(int limit) {
        return backwards().filter(run -> run.full() && run.ended()).limit(limit).toList();
    }

    private Stream<Run> backwards() {
        int last = runs.size() - 1;
        return IntStream.rangeClosed(0, last)
                .mapToObj(back -> runs.get(last - back).run());
    }

    @Override
    public List<RunAnswers> after(String name, int limit) {
        int from = 0;
        for (int i = 0; i < runs.size(); i++) {
            if (runs.get(i).run().name().equals(name)) {
                from = i + 1;
            }
        }
        return runs.stream().skip(from).limit(limit).toList();
    }

    @Override
    public void remove(Collection<String> names) {
        seal.check();
        Set<String> all = Set.copyOf(names);
        runs.removeIf(run -> all.contains(run.run().name()));
    }

    @Override
    public int forgetAnswers(Instant before) {
        seal.check();
        int forgotten = 0;
        for (int i = 0; i < runs.size(); i++) {
            RunAnswers run = runs.get(i);
            if (run.run().startedAt().isBefore(before) && !run.answers().isEmpty()) {
                runs.set(i, run.pruned());
                forgotten++;
            }
        }
        return forgotten;
    }
}
