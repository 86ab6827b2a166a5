package dev.unitracker.internal.tell;

import dev.unitracker.model.Change;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.StoredItem;
import dev.unitracker.notice.Delivery;
import dev.unitracker.notice.Notice;
import dev.unitracker.spi.StoreSession;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an account while something is told: its items and its ledger, each of which is read once. Valid as long as
 * its session, in which neither may be written meanwhile.
 */
final class Known {

    private final StoreSession session;
    private final Map<ItemId, @Nullable StoredItem> items = new HashMap<>();
    private final Map<Long, @Nullable Change> changes = new HashMap<>();

    Known(StoreSession session) {
        this.session = session;
    }

    /** Reads what some deliveries are about, all of it at once. */
    void read(Collection<Delivery> deliveries) {
        stored(deliveries.stream()
                .flatMap(delivery -> delivery.notice().item().stream())
                .toList());
        readChanges(deliveries.stream()
                .flatMap(delivery -> delivery.notice().changes().stream())
                .toList());
    }

    StoreSession session() {
        return session;
    }

    Optional<Item> item(ItemId id) {
        return stored(id).map(StoredItem::item);
    }

    Optional<StoredItem> stored(ItemId id) {
        return stored(List.of(id)).stream().findFirst();
    }

    /** Returns those of some items that there are. */
    List<StoredItem> stored(Collection<ItemId> ids) {
        Set<ItemId> missing = new HashSet<>(ids);
        missing.removeAll(items.keySet());
        if (!missing.isEmpty()) {
            Map<ItemId, StoredItem> found = session.items().find(missing).stream()
                    .collect(Collectors.toMap(stored -> stored.item().id(), stored -> stored));
            missing.forEach(id -> items.put(id, found.get(id)));
        }
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(items.get(id)).stream())
                .toList();
    }

    /** Returns the title of a course; its key where nothing is known of it. */
    String courseName(ItemId id) {
        return item(id).map(Item::title).orElse(id.key());
    }

    /** Returns the changes that a notice tells of, in order, without those that the ledger does not have. */
    List<Change> changes(Notice notice) {
        readChanges(notice.changes());
        return notice.changes().stream()
                .flatMap(number -> Optional.ofNullable(changes.get(number)).stream())
                .toList();
    }

    private void readChanges(Collection<Long> numbers) {
        Set<Long> missing = new HashSet<>(numbers);
        missing.removeAll(changes.keySet());
        if (!missing.isEmpty()) {
            missing.forEach(number -> changes.put(number, null));
            session.ledger().find(missing).forEach(change -> changes.put(change.number(), change));
        }
    }
}
