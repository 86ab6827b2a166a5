package dev.unitracker.internal.tell;

import dev.unitracker.model.Field;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.model.StoredItem;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What some items lie in: their courses, and what they are parts of. What belongs to a course that was left, or to something
 * that is out of the student's sight, is no longer read and would stay as it was for ever.
 */
public final class Surroundings {

    private final Map<ItemId, Item> around = new HashMap<>();

    /**
     * Reads what items lie in.
     *
     * @param stored returns those of some items that there are
     */
    public Surroundings(Function<Collection<ItemId>, List<StoredItem>> stored, Collection<Item> of) {
        Set<ItemId> names = names(of);
        while (!names.isEmpty()) {
            List<Item> found =
                    stored.apply(names).stream().map(StoredItem::item).toList();
            found.forEach(item -> around.put(item.id(), item));
            names = names(found);
            names.removeAll(around.keySet());
        }
    }

    private static Set<ItemId> names(Collection<Item> items) {
        return items.stream().flatMap(Surroundings::names).collect(Collectors.toSet());
    }

    /** An item may name itself: a course is of itself. */
    private static Stream<ItemId> names(Item item) {
        return Stream.concat(item.courseId().stream(), item.get(Field.WITHIN).map(item.id()::beside).stream())
                .filter(name -> !name.equals(item.id()));
    }

    /** Tells whether one of the items is there and shown, and all that it lies in. */
    public boolean show(Item item) {
        return show(item, new HashSet<>());
    }

    /** What lies in itself is shown if nothing else on the way is out of sight. */
    private boolean show(Item item, Set<ItemId> passed) {
        return !passed.add(item.id())
                || (item.status() == ItemStatus.ACTIVE
                        && names(item)
                                .map(around::get)
                                .allMatch(container -> container == null || show(container, passed)));
    }
}
