package dev.unitracker.memory;

import dev.unitracker.model.ItemId;
import dev.unitracker.spi.ItemPlace;
import dev.unitracker.spi.Items;
import dev.unitracker.spi.StoredItem;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The items of one account in memory. */
final class MemoryItems implements Items {

    private final TreeMap<ItemId, StoredItem> items = new TreeMap<>();
    private final Seal seal;

    MemoryItems(Seal seal) {
        this.seal = seal;
    }

    MemoryItems copy(Seal of) {
        MemoryItems copy = new MemoryItems(of);
        copy.items.putAll(items);
        return copy;
    }

    @Override
    public List<StoredItem> find(Collection<ItemId> ids) {
        return new TreeSet<>(ids)
                .stream().map(items::get).filter(Objects::nonNull).toList();
    }

    @Override
    public List<StoredItem> ofCourse(@Nullable String course) {
        return items.values().stream()
                .filter(stored -> Objects.equals(stored.item().course().orElse(null), course))
                .toList();
    }

    @Override
    public List<StoredItem> all() {
        return List.copyOf(items.values());
    }

    @Override
    public List<ItemPlace> places() {
        return items.values().stream()
                .map(StoredItem::item)
                .map(item -> new ItemPlace(item.id(), item.course().orElse(null), item.status()))
                .toList();
    }

    @Override
    public List<StoredItem> updatedSince(Instant since, int limit) {
        return items.values().stream()
                .filter(stored -> !stored.updatedAt().isBefore(since))
                .sorted(Comparator.comparing(StoredItem::updatedAt))
                .limit(limit)
                .toList();
    }

    @Override
    public void save(Collection<StoredItem> changed) {
        seal.check();
        changed.forEach(stored -> items.put(stored.item().id(), stored));
    }
}
