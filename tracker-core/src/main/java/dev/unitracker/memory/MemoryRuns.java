package dev.unitracker.memory;

import dev.unitracker.spi.Run;
import dev.unitracker.spi.Runs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The runs of one account in memory. */
final class MemoryRuns implements Runs {

    private final List<Run> runs = new ArrayList<>();

    MemoryRuns copy() {
        MemoryRuns copy = new MemoryRuns();
        copy.runs.addAll(runs);
        return copy;
    }

    @Override
    public void add(Run run) {
        runs.add(run);
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
}
