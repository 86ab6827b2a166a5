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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says what happened between two states of some items. Pure: the same states give the same answer, whatever their
 * order, the clock, the locale or the zone. Safe for use by several threads.
 */
public final class Diff {

    private Diff() {}

    /**
     * Returns one difference for each item whose fields differ, ordered by id; empty if the states are equal.
     *
     * <p>An item that only {@code after} has is new. An item that only {@code before} has loses all its fields and
     * counts as removed, so the caller leaves items out of both whose absence proves nothing.
     *
     * @param before the items before, in any order
     * @param after the items after, in any order
     * @param rules what counts as no news; {@link DiffRules#STRICT} if all counts
     * @throws IllegalArgumentException if a state has the same item twice
     */
    public static List<Difference> between(Collection<Item> before, Collection<Item> after, DiffRules rules) {
        List<Item> old = List.copyOf(before);
        List<Item> now = List.copyOf(after);
        @Nullable List<Difference> differences = merged(old, now, rules);
        return differences != null ? differences : Objects.requireNonNull(merged(sorted(old), sorted(now), rules));
    }

    /**
     * Returns what happened to one item; empty if nothing did.
     *
     * @param before the item before; null if it was never seen
     */
    public static Optional<Difference> between(@Nullable Item before, Item after) {
        return after.equals(before)
                ? Optional.empty()
                : Optional.of(difference(after.id(), fields(before), fields(after), DiffRules.STRICT));
    }

    /**
     * Returns the state after some differences, ordered by id: {@code apply(a, between(a, b, rules))} has the items of
     * {@code b}.
     *
     * @throws IllegalArgumentException if a difference does not start from the given state
     */
    public static List<Item> apply(Collection<Item> before, Collection<Difference> differences) {
        SortedMap<ItemId, Item> state = byId(before);
        for (Difference difference : differences) {
            Map<String, String> fields = new HashMap<>(fields(state.remove(difference.item())));
            difference.fields().forEach(change -> apply(difference.item(), fields, change));
            if (!fields.isEmpty()) {
                state.put(difference.item(), Item.of(difference.item(), fields));
            }
        }
        return List.copyOf(state.values());
    }

    private static Difference difference(
            ItemId id, Map<String, String> before, Map<String, String> after, DiffRules rules) {
        List<FieldChange> changes = changes(before, after);
        return new Difference(id, kind(id, changes, before, after, rules), changes, MeaningfulKey.of(after));
    }

    private static List<FieldChange> changes(Map<String, String> before, Map<String, String> after) {
        List<FieldChange> changes = new ArrayList<>();
        before.forEach((key, was) -> {
            String is = after.get(key);
            if (!was.equals(is)) {
                changes.add(new FieldChange(key, was, is));
            }
        });
        after.forEach((key, is) -> {
            if (!before.containsKey(key)) {
                changes.add(new FieldChange(key, null, is));
            }
        });
        changes.sort(Comparator.comparing(FieldChange::field, FieldOrder.BY_KEY));
        return changes;
    }

    private static ChangeKind kind(
            ItemId id,
            List<FieldChange> changes,
            Map<String, String> before,
            Map<String, String> after,
            DiffRules rules) {
        FieldChange first = changes.stream()
                .min(Comparator.comparing(change -> rules.topic(id, change)))
                .orElseThrow();
        return switch (rules.topic(id, first)) {
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
        if (status.after() == null) {
            return ChangeKind.REMOVED;
        }
        return switch (ItemStatus.stored(status.after())) {
            case ACTIVE, HIDDEN -> status.before() == null ? ChangeKind.NEW : ChangeKind.REAPPEARED;
            case REMOVED -> ChangeKind.REMOVED;
        };
    }

    private static ChangeKind deadline(FieldChange due) {
        if (due.before() == null) {
            return ChangeKind.DEADLINE_ADDED;
        }
        return due.after() == null ? ChangeKind.DEADLINE_REMOVED : ChangeKind.DEADLINE_CHANGED;
    }

    private static boolean graded(Map<String, String> fields) {
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

    private static Map<String, String> fields(@Nullable Item item) {
        return item == null ? Map.of() : item.fields();
    }

    /**
     * Walks two states side by side; null where they turn out not to be in order. What is walked is in order exactly if
     * both states are, so one look at each item tells it: stores hand items over in order, and nothing is to be sorted.
     */
    private static @Nullable List<Difference> merged(List<Item> before, List<Item> after, DiffRules rules) {
        List<Difference> differences = new ArrayList<>();
        @Nullable ItemId last = null;
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            int order = i == before.size() ? 1 : j == after.size() ? -1 : compare(before.get(i), after.get(j));
            @Nullable Item was = order <= 0 ? before.get(i++) : null;
            @Nullable Item is = order >= 0 ? after.get(j++) : null;
            ItemId id = Objects.requireNonNull(was == null ? is : was).id();
            if (last != null && last.compareTo(id) >= 0) {
                return null;
            }
            last = id;
            if (was == null || !was.equals(is)) {
                differences.add(difference(id, fields(was), fields(is), rules));
            }
        }
        return differences;
    }

    /** Most items are in both states, and to see that two names are the same is cheaper than to order them. */
    private static int compare(Item one, Item other) {
        return one.id().equals(other.id()) ? 0 : one.id().compareTo(other.id());
    }

    private static List<Item> sorted(List<Item> items) {
        List<Item> sorted =
                items.stream().sorted(Comparator.comparing(Item::id)).toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i - 1).id().equals(sorted.get(i).id())) {
                throw twice(sorted.get(i));
            }
        }
        return sorted;
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
