package dev.unitracker;

import dev.unitracker.diff.Diff;
import dev.unitracker.diff.DiffRules;
import dev.unitracker.diff.Difference;
import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.FieldChange;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.StoredItem;
import dev.unitracker.spi.Items;
import dev.unitracker.spi.Store;
import dev.unitracker.spi.StoreSession;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The two feeds of an account's changes. {@link #after} hands over each entry of the ledger once;
 * {@link #since(Instant, int)} compares each item with its state before a moment. Safe for use by several threads.
 *
 * <p>All methods throw a {@link dev.unitracker.error.StoreException} if the store cannot be read.
 */
public final class Changes {

    private final Store store;
    private final String account;

    Changes(Store store, String account) {
        this.store = store;
        this.account = account;
    }

    /**
     * Returns the ledger entries with a higher number than the given one, ordered by number; empty if there are none. A
     * reader that asks again from the last number it got misses no entry and gets none twice.
     *
     * @param number the last ledger number that is known; 0 for the beginning
     * @param limit how many at most, from 1 to 10,000
     * @throws IllegalArgumentException if the limit is out of its range
     */
    public Page<Change> after(long number, int limit) {
        Limits.check(limit);
        List<Change> found = store.reading(account, session -> session.ledger().after(number, limit + 1));
        return Page.of(found, limit, last -> Long.toString(last.number()));
    }

    /**
     * Returns one row for each item whose stored state changed at a moment or later. A row compares the item as it is
     * now with its last state before the moment. Rows are ordered by the time of the item's latest change, then by id;
     * empty if there are none.
     *
     * <p>Items that changed at the same moment are always on the same page. The {@linkplain Page#next next} of a page
     * is the moment to go on from, in ISO form, for {@link #since(Instant, Instant, int)}. A look that is running may
     * still write changes of an earlier moment; a reader that must not miss them uses {@link #after}.
     *
     * @param since the moment, inclusive
     * @param limit how many are enough, from 1 to 10,000; more come only if they changed at the same moment as the last
     * @throws IllegalArgumentException if the limit is out of its range
     */
    public Page<ItemChange> since(Instant since, int limit) {
        Limits.check(limit);
        return store.reading(account, session -> since(session, since, since, limit));
    }

    /**
     * Goes on with {@link #since(Instant, int)}: returns the rows of the items whose stored state changed at
     * {@code from} or later. They are still compared with their last state before {@code since}.
     *
     * @param since the moment that states are compared with
     * @param from the moment to go on from, inclusive: the {@linkplain Page#next next} of the page before
     * @param limit how many are enough, from 1 to 10,000; more come only if they changed at the same moment as the last
     * @throws IllegalArgumentException if {@code from} is before {@code since}, or the limit is out of its range
     */
    public Page<ItemChange> since(Instant since, Instant from, int limit) {
        Limits.check(limit);
        if (from.isBefore(since)) {
            throw new IllegalArgumentException("what follows comes after " + since + ", not from " + from + " on");
        }
        return store.reading(account, session -> since(session, since, from, limit));
    }

    /**
     * Returns the ledger entries of some items that were seen at a moment or later, ordered by number; empty if there
     * are none.
     */
    public List<Change> of(Collection<ItemId> items, Instant since) {
        return store.reading(account, session -> session.ledger().of(items, since));
    }

    /**
     * An item as it is now, compared with its state before a moment.
     *
     * @param stored the item now
     * @param kind what happened in between; {@link ChangeKind#REFRESH_ONLY} if the state is the same again
     * @param fields the fields that differ, in the order of a {@linkplain Change#fields change}; empty if the state is
     *     the same again
     */
    public record ItemChange(StoredItem stored, ChangeKind kind, List<FieldChange> fields) {}

    private static Page<ItemChange> since(StoreSession session, Instant since, Instant from, int limit) {
        Page<StoredItem> updated = wholeMoments(session.items(), from, limit);
        List<ItemId> ids = updated.stream().map(stored -> stored.item().id()).toList();
        Map<ItemId, List<Change>> changes =
                session.ledger().of(ids, since).stream().collect(Collectors.groupingBy(Change::item));
        List<ItemChange> rows = updated.stream()
                .map(stored ->
                        compare(stored, changes.getOrDefault(stored.item().id(), List.of())))
                .toList();
        return Page.of(rows, updated.next());
    }

    private static Page<StoredItem> wholeMoments(Items items, Instant since, int limit) {
        int size = limit + 1;
        List<StoredItem> updated = items.updatedSince(since, size);
        while (updated.size() == size
                && updated.get(limit - 1)
                        .updatedAt()
                        .equals(updated.get(size - 1).updatedAt())) {
            size *= 2;
            updated = items.updatedSince(since, size);
        }
        if (updated.size() <= limit) {
            return Page.of(updated, "");
        }
        Instant last = updated.get(limit - 1).updatedAt();
        List<StoredItem> whole = updated.stream()
                .filter(stored -> !stored.updatedAt().isAfter(last))
                .toList();
        boolean more = whole.size() < updated.size();
        return Page.of(whole, more ? last.plus(1, ChronoUnit.MICROS).toString() : "");
    }

    private static ItemChange compare(StoredItem stored, List<Change> changes) {
        Item before = before(stored.item(), changes);
        Optional<Difference> difference = Diff.between(
                        before == null ? List.of() : List.of(before),
                        List.of(stored.item()),
                        new DiffRules(Map.of(stored.item().id(), learnt(changes))))
                .stream()
                .findFirst();
        return new ItemChange(
                stored,
                difference.map(Difference::kind).orElse(ChangeKind.REFRESH_ONLY),
                difference.map(Difference::fields).orElse(List.of()));
    }

    /** Returns the fields that only a refresh touched: what the ledger did not call news is none here either. */
    private static Set<String> learnt(List<Change> changes) {
        Set<String> learnt = fields(changes, change -> !change.meaningful());
        learnt.removeAll(fields(changes, Change::meaningful));
        return learnt;
    }

    private static Set<String> fields(List<Change> changes, Predicate<Change> which) {
        return changes.stream()
                .filter(which)
                .flatMap(change -> change.fields().stream())
                .map(FieldChange::field)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Takes changes back, the latest first, to learn the state before them; null if the item was not there. */
    private static @Nullable Item before(Item now, List<Change> changes) {
        SortedMap<String, String> fields = new TreeMap<>(now.fields());
        List<Change> latestFirst = new ArrayList<>(changes);
        Collections.reverse(latestFirst);
        for (Change change : latestFirst) {
            for (FieldChange field : change.fields()) {
                if (field.before() == null) {
                    fields.remove(field.field());
                } else {
                    fields.put(field.field(), field.before());
                }
            }
        }
        return fields.isEmpty() ? null : Item.of(now.id(), fields);
    }
}
