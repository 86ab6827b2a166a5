package dev.unitracker.memory;

import dev.unitracker.spi.Run;
import dev.unitracker.spi.Runs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The runs of one account in memory. */
final class MemoryRuns implements Runs {

    private final List<Run> runs = new ArrayList<>();
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
    public void add(Run run) {
        seal.check();
        runs.add(run);
    }

    @Override
    public void replace(String name, Run run) {
        seal.check();
        runs.replaceAll(known -> known.name().equals(name) ? run : known);
    }

    @Override
    public Optional<Run> find(String name) {
        return runs.stream().filter(run -> run.name().equals(name)).findFirst().map(Run::withoutAnswers);
    }

    @Override
    public List<Run> latest(int limit) {
        List<Run> latest = new ArrayList<>(runs);
        Collections.reverse(latest);
        return latest.stream().limit(limit).toList();
    }

    @Override
    public Optional<Run> latestFull() {
        return latest(Integer.MAX_VALUE).stream()
                .filter(run -> run.full() && run.outcome() == Run.Outcome.COMPLETE)
                .findFirst();
    }

    @Override
    public List<Run> latestFullWithAnswers(int limit) {
        return latest(Integer.MAX_VALUE).stream()
                .filter(run -> run.full() && run.ended())
                .filter(run -> run.answers().stream().anyMatch(answer -> answer.artifact() != null))
                .limit(limit)
                .map(Run::withoutAnswers)
                .toList();
    }

    @Override
    public List<Run> after(String name, int limit) {
        int from = 0;
        for (int i = 0; i < runs.size(); i++) {
            if (runs.get(i).name().equals(name)) {
                from = i + 1;
            }
        }
        return runs.stream().skip(from).limit(limit).toList();
    }

    @Override
    public int forgetAnswers(Instant before) {
        seal.check();
        int forgotten = 0;
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            if (run.startedAt().isBefore(before) && !run.answers().isEmpty()) {
                runs.set(i, run.withoutAnswers());
                forgotten++;
            }
        }
        return forgotten;
    }
}
