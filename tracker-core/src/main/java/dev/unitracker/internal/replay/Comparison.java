package dev.unitracker.internal.replay;

import dev.unitracker.model.Change;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemQuery;
import dev.unitracker.model.StoredItem;
import dev.unitracker.spi.Store;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares what two stores remember of an account, but for when it was seen: a look that broke off was made twice. */
public final class Comparison {

    private static final int ENTRIES_AT_ONCE = 500;

    private final String account;
    private final Store stored;
    private final Store rebuilt;

    /**
     * @param stored the store that is compared
     * @param rebuilt the store that it is compared with
     */
    public Comparison(String account, Store stored, Store rebuilt) {
        this.account = account;
        this.stored = stored;
        this.rebuilt = rebuilt;
    }

    /** Returns the first difference in words, that of the ledger before that of the items; empty if all is equal. */
    public Optional<String> firstDifference() {
        return ledger().or(this::items);
    }

    private Optional<String> ledger() {
        long number = 0;
        while (true) {
            List<Change> before = after(number, stored);
            List<Change> now = after(number, rebuilt);
            for (int i = 0; i < Math.max(before.size(), now.size()); i++) {
                Optional<String> difference = i < before.size() && i < now.size()
                        ? difference(before.get(i), now.get(i))
                        : Optional.of(missing(before, now, i));
                if (difference.isPresent()) {
                    return difference;
                }
            }
            if (before.isEmpty()) {
                return Optional.empty();
            }
            number = before.get(before.size() - 1).number();
        }
    }

    private List<Change> after(long number, Store store) {
        return store.inTransaction(account, session -> session.ledger().after(number, ENTRIES_AT_ONCE));
    }

    private static String missing(List<Change> before, List<Change> now, int at) {
        boolean isStored = at < before.size();
        Change change = isStored ? before.get(at) : now.get(at);
        return "ledger entry " + change.number() + " (" + change.kind().key() + " "
                + change.item().name() + ") is only "
                + (isStored ? "in the store, not in the replay" : "in the replay, not in the store");
    }

    private static Optional<String> difference(Change before, Change now) {
        Map<String, Object> one = parts(before);
        Map<String, Object> other = parts(now);
        return firstDifference("ledger entry " + before.number(), one, other);
    }

    private static Map<String, Object> parts(Change change) {
        Map<String, Object> parts = new TreeMap<>();
        parts.put("1 number", change.number());
        parts.put("2 item", change.item().name());
        parts.put("3 kind", change.kind().key());
        parts.put("4 fields", change.fields());
        parts.put("5 title, type, course and link", change.about());
        parts.put("6 baseline", change.baseline());
        parts.put("7 meaningful key", change.meaningfulKey());
        parts.put("8 evidence", change.evidence());
        return parts;
    }

    private Optional<String> items() {
        List<StoredItem> before = all(stored);
        List<StoredItem> now = all(rebuilt);
        Map<ItemId, StoredItem> others = byId(now);
        for (StoredItem one : before) {
            StoredItem other = others.remove(one.item().id());
            if (other == null) {
                return Optional.of("item " + one.item().id().name() + " is only in the store, not in the replay");
            }
            Optional<String> difference =
                    firstDifference("item " + one.item().id().name(), parts(one), parts(other));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return others.keySet().stream()
                .findFirst()
                .map(id -> "item " + id.name() + " is only in the replay, not in the store");
    }

    private List<StoredItem> all(Store store) {
        return store.inTransaction(account, session -> session.items().find(ItemQuery.all()));
    }

    private static Map<ItemId, StoredItem> byId(List<StoredItem> items) {
        Map<ItemId, StoredItem> byId = new TreeMap<>();
        items.forEach(stored -> byId.put(stored.item().id(), stored));
        return byId;
    }

    private static Map<String, Object> parts(StoredItem stored) {
        Item item = stored.item();
        Map<String, Object> parts = new TreeMap<>();
        item.fields().forEach((field, value) -> parts.put("1 " + field, value));
        parts.put("2 baseline", stored.baseline());
        parts.put("3 latest change", stored.lastChange());
        parts.put("4 meaningful key", stored.meaningfulKey());
        return parts;
    }

    /** The parts' names begin with a digit that puts them in order. */
    private static Optional<String> firstDifference(String what, Map<String, Object> one, Map<String, Object> other) {
        TreeSet<String> names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(one.get(name), other.get(name)))
                .findFirst()
                .map(name -> what + ": " + name.substring(2) + " is " + one.get(name) + " in the store, "
                        + other.get(name) + " in the replay");
    }
}
