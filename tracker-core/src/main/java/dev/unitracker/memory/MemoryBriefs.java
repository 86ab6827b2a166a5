package dev.unitracker.memory;

import dev.unitracker.model.ItemId;
import dev.unitracker.spi.Briefs;
import dev.unitracker.spi.StoredBrief;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** The briefs of one account in memory. */
final class MemoryBriefs implements Briefs {

    private final TreeMap<ItemId, StoredBrief> briefs = new TreeMap<>();
    private final Seal seal;

    MemoryBriefs(Seal seal) {
        this.seal = seal;
    }

    MemoryBriefs copy(Seal of) {
        MemoryBriefs copy = new MemoryBriefs(of);
        copy.briefs.putAll(briefs);
        return copy;
    }

    boolean isEmpty() {
        return briefs.isEmpty();
    }

    @Override
    public List<StoredBrief> find(Collection<ItemId> items) {
        return new TreeSet<>(items)
                .stream().map(briefs::get).filter(Objects::nonNull).toList();
    }

    @Override
    public void save(StoredBrief brief) {
        seal.check();
        briefs.put(brief.item(), brief);
    }
}
