package dev.unitracker.diff;

import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.Field;
import dev.unitracker.model.FieldChange;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says what happened between two states of some items. Pure and total: the same states give the same answer, whatever
 * their order, the clock, the locale or the zone. Safe for use by several threads.
 */
public final class Diff {

    private static final Comparator<Item> BY_ID = Comparator.comparing(Item::id);

    private Diff() {}

    /**
     * Returns one difference for each item whose fields differ, ordered by item.
     *
     * <p>An item that only {@code after} has is new. An item that only {@code before} has loses all its fields; whether
     * an absence means anything is for the caller to decide before it asks.
     *
     * @throws IllegalArgumentException if a state has the same item twice
     */
    public static List<Difference> between(Collection<Item> before, Collection<Item> after, DiffRules rules) {
        List<Item> old = sorted(before);
        List<Item> now = sorted(after);
        List<Difference> differences = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            int order = i == old.size() ? 1 : j == now.size() ? -1 : compare(old.get(i), now.get(j));
            @Nullable Item was = order <= 0 ? old.get(i++) : null;
            @Nullable Item is = order >= 0 ? now.get(j++) : null;
            between(was, is, rules).ifPresent(differences::add);
        }
        return differences;
    }

    /**
     * Returns what happened to one item; empty if nothing did.
     *
     * @param before the item before; null if it was never seen
     */
    public static Optional<Difference> between(@Nullable Item before, Item after) {
        return between(before, after, DiffRules.STRICT);
    }

    /**
     * Returns the state after some differences, ordered by item: {@code apply(a, between(a, b))} is {@code b}.
     *
     * @throws IllegalArgumentException if a difference does not start from the given state
     */
    public static List<Item> apply(Collection<Item> before, Collection<Difference> differences) {
        SortedMap<ItemId, Item> state = byId(before);
        for (Difference difference : differences) {
            SortedMap<String, String> fields = new TreeMap<>(fields(state.remove(difference.item())));
            difference.fields().forEach(change -> apply(difference.item(), fields, change));
            if (!fields.isEmpty()) {
                state.put(difference.item(), Item.of(difference.item(), fields));
            }
        }
        return List.copyOf(state.values());
    }

    private static Optional<Difference> between(@Nullable Item before, @Nullable Item after, DiffRules rules) {
        if (Objects.equals(before, after)) {
            return Optional.empty();
        }
        ItemId id = Objects.requireNonNull(after == null ? before : after).id();
        return between(id, fields(before), fields(after), rules);
    }

    private static Optional<Difference> between(
            ItemId id, SortedMap<String, String> before, SortedMap<String, String> after, DiffRules rules) {
        List<FieldChange> changes = changes(before, after);
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Difference(id, kind(id, changes, before, after, rules), changes, MeaningfulKey.of(after)));
    }

    private static List<FieldChange> changes(SortedMap<String, String> before, SortedMap<String, String> after) {
        TreeSet<String> keys = new TreeSet<>(FieldOrder.BY_KEY);
        keys.addAll(before.keySet());
        keys.addAll(after.keySet());
        return keys.stream()
                .filter(key -> !Objects.equals(before.get(key), after.get(key)))
                .map(key -> new FieldChange(key, before.get(key), after.get(key)))
                .toList();
    }

    private static ChangeKind kind(
            ItemId id,
            List<FieldChange> changes,
            SortedMap<String, String> before,
            SortedMap<String, String> after,
            DiffRules rules) {
        FieldChange first = changes.stream()
                .min(Comparator.comparing(change -> rules.topic(id, change.field())))
                .orElseThrow();
        return switch (rules.topic(id, first.field())) {
            case PRESENCE -> presence(first);
            case DEADLINE -> deadline(first);
            case EXAM -> ChangeKind.EXAM_CHANGED;
            case SCHEDULE -> ChangeKind.SCHEDULE_CHANGED;
            case GRADE -> graded(after) && !graded(before) ? ChangeKind.GRADE_RELEASED : ChangeKind.GRADE_CHANGED;
            case AVAILABILITY -> ChangeKind.AVAILABILITY_CHANGED;
            case REVIEW -> ChangeKind.REVIEW_CHANGED;
            case CONTENT -> ChangeKind.CONTENT_CHANGED;
            case COMPLETION -> ChangeKind.COMPLETION_CHANGED;
            case REFRESH -> ChangeKind.REFRESH_ONLY;
        };
    }

    private static ChangeKind presence(FieldChange status) {
        if (ItemStatus.ACTIVE.key().equals(status.after())) {
            return status.before() == null ? ChangeKind.NEW : ChangeKind.REAPPEARED;
        }
        return ChangeKind.REMOVED;
    }

    private static ChangeKind deadline(FieldChange due) {
        if (due.before() == null) {
            return ChangeKind.DEADLINE_ADDED;
        }
        return due.after() == null ? ChangeKind.DEADLINE_REMOVED : ChangeKind.DEADLINE_CHANGED;
    }

    private static boolean graded(SortedMap<String, String> fields) {
        return fields.containsKey(Field.GRADE.key()) || fields.containsKey(Field.GRADE_FEEDBACK.key());
    }

    private static void apply(ItemId id, Map<String, String> fields, FieldChange change) {
        String found =
                change.after() == null ? fields.remove(change.field()) : fields.put(change.field(), change.after());
        if (!Objects.equals(found, change.before())) {
            throw new IllegalArgumentException(id + " " + change.field() + " was '" + found
                    + "', the change starts from '" + change.before() + "'");
        }
    }

    private static SortedMap<String, String> fields(@Nullable Item item) {
        return item == null ? new TreeMap<>() : item.fields();
    }

    /** Stores hand items over in this order, and then there is nothing to sort. */
    private static List<Item> sorted(Collection<Item> items) {
        List<Item> sorted = new ArrayList<>(items);
        for (int i = 1; i < sorted.size(); i++) {
            if (BY_ID.compare(sorted.get(i - 1), sorted.get(i)) >= 0) {
                return sortedAnew(sorted);
            }
        }
        return sorted;
    }

    private static List<Item> sortedAnew(List<Item> items) {
        items.sort(BY_ID);
        for (int i = 1; i < items.size(); i++) {
            if (items.get(i - 1).id().equals(items.get(i).id())) {
                throw twice(items.get(i));
            }
        }
        return items;
    }

    /** Most items are in both states, and to see that two names are the same is cheaper than to order them. */
    private static int compare(Item one, Item other) {
        return one.id().equals(other.id()) ? 0 : BY_ID.compare(one, other);
    }

    private static IllegalArgumentException twice(Item item) {
        return new IllegalArgumentException("twice in one state: " + item.id());
    }

    private static SortedMap<ItemId, Item> byId(Collection<Item> items) {
        return items.stream()
                .collect(Collectors.toMap(
                        Item::id,
                        item -> item,
                        (one, other) -> {
                            throw twice(one);
                        },
                        TreeMap::new));
    }
}
