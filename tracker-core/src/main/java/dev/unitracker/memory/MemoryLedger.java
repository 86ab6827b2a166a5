package dev.unitracker.memory;

import dev.unitracker.model.Change;
import dev.unitracker.model.ItemId;
import dev.unitracker.spi.Ledger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The ledger of one account in memory. */
final class MemoryLedger implements Ledger {

    private final List<Change> changes = new ArrayList<>();
    private final Seal seal;

    MemoryLedger(Seal seal) {
        this.seal = seal;
    }

    MemoryLedger copy(Seal of) {
        MemoryLedger copy = new MemoryLedger(of);
        copy.changes.addAll(changes);
        return copy;
    }

    @Override
    public List<Change> append(String run, List<Change> added) {
        seal.check();
        List<Change> numbered = new ArrayList<>();
        for (Change change : added) {
            numbered.add(change.numbered(last() + 1));
            changes.add(numbered.get(numbered.size() - 1));
        }
        return numbered;
    }

    @Override
    public Optional<Change> find(long number) {
        return changes.stream().filter(change -> change.number() == number).findFirst();
    }

    @Override
    public List<Change> after(long number, int limit) {
        return changes.stream()
                .filter(change -> change.number() > number)
                .limit(limit)
                .toList();
    }

    @Override
    public List<Change> of(Collection<ItemId> items, Instant since) {
        Set<ItemId> wanted = Set.copyOf(items);
        return changes.stream()
                .filter(change ->
                        wanted.contains(change.item()) && !change.seenAt().isBefore(since))
                .toList();
    }

    @Override
    public long last() {
        return changes.size();
    }
}
