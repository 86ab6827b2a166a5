package dev.unitracker.memory;

import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemQuery;
import dev.unitracker.model.StoredItem;
import dev.unitracker.spi.Home;
import dev.unitracker.spi.ItemPlace;
import dev.unitracker.spi.Items;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The items of one account in memory. */
final class MemoryItems implements Items {

    /** Of those that are due at one moment the order by id stays. */
    private static final Comparator<StoredItem> SOONEST_FIRST =
            Comparator.comparing(stored -> stored.item().dueAt().orElseThrow());

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
    public List<StoredItem> find(ItemQuery query) {
        Stream<StoredItem> found = where(query);
        return (query.due() == null ? found : found.sorted(SOONEST_FIRST)).toList();
    }

    @Override
    public List<StoredItem> page(ItemQuery query, long before, int limit) {
        return where(query)
                .filter(stored -> stored.number() < before)
                .sorted(Comparator.comparing(StoredItem::number).reversed())
                .limit(limit)
                .toList();
    }

    private Stream<StoredItem> where(ItemQuery query) {
        return items.values().stream().filter(stored -> query.matches(stored.item(), stored.updatedAt()));
    }

    @Override
    public List<ItemPlace> places() {
        return items.values().stream()
                .map(StoredItem::item)
                .map(item -> new ItemPlace(item.id(), Home.of(item), item.status()))
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
