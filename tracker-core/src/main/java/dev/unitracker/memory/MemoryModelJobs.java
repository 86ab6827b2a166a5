package dev.unitracker.memory;

import dev.unitracker.brief.ModelJob;
import dev.unitracker.model.ItemId;
import dev.unitracker.spi.ModelJobs;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/** What was asked of models for one account, in memory. */
final class MemoryModelJobs implements ModelJobs {

    private final TreeMap<Long, ModelJob> jobs = new TreeMap<>();
    private final Seal seal;

    MemoryModelJobs(Seal seal) {
        this.seal = seal;
    }

    MemoryModelJobs copy(Seal of) {
        MemoryModelJobs copy = new MemoryModelJobs(of);
        copy.jobs.putAll(jobs);
        return copy;
    }

    boolean isEmpty() {
        return jobs.isEmpty();
    }

    @Override
    public ModelJob add(ModelJob job) {
        seal.check();
        ModelJob added = job.numbered(jobs.isEmpty() ? 1 : jobs.lastKey() + 1);
        jobs.put(added.number(), added);
        return added;
    }

    @Override
    public void update(ModelJob job) {
        seal.check();
        jobs.replace(job.number(), job);
    }

    @Override
    public int forget(Instant before) {
        seal.check();
        int all = jobs.size();
        if (all > 0) {
            jobs.headMap(jobs.lastKey())
                    .values()
                    .removeIf(job -> job.startedAt().isBefore(before));
        }
        return all - jobs.size();
    }

    @Override
    public List<ModelJob> of(ItemId item, int limit) {
        return jobs.descendingMap().values().stream()
                .filter(job -> job.item().equals(item))
                .limit(limit)
                .toList();
    }
}
