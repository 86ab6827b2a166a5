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
        SortedMap<ItemId, Item> old = byId(before);
        SortedMap<ItemId, Item> now = byId(after);
        TreeSet<ItemId> ids = new TreeSet<>(old.keySet());
        ids.addAll(now.keySet());
        List<Difference> differences = new ArrayList<>();
        for (ItemId id : ids) {
            between(id, fields(old.get(id)), fields(now.get(id)), rules).ifPresent(differences::add);
        }
        return differences;
    }

    /**
     * Returns what happened to one item; empty if nothing did.
     *
     * @param before the item before; null if it was never seen
     */
    public static Optional<Difference> between(@Nullable Item before, Item after) {
        return between(after.id(), fields(before), after.fields(), DiffRules.STRICT);
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
        if (before.equals(after)) {
            return List.of();
        }
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

    private static SortedMap<ItemId, Item> byId(Collection<Item> items) {
        return items.stream()
                .collect(Collectors.toMap(
                        Item::id,
                        item -> item,
                        (one, other) -> {
                            throw new IllegalArgumentException("twice in one state: " + one.id());
                        },
                        TreeMap::new));
    }
}
