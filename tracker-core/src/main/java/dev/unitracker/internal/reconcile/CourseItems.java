package dev.unitracker.internal.reconcile;

import dev.unitracker.diff.DiffRules;
import dev.unitracker.model.Evidence;
import dev.unitracker.model.Field;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.model.StoredItem;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Within;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One course's items while they are made. What contains others comes first, for its fate is theirs. */
final class CourseItems {

    private final Function<String, ItemId> ids;
    private final Sightbook book;
    private final Map<String, StoredItem> stored;
    private final Map<Scope, Evidence> answers;
    private final FirstReading first;
    private final TextFacts facts;
    private final Map<String, Item> items = new TreeMap<>();
    private final Map<ItemId, Set<String>> learnt = new HashMap<>();
    private final Map<ItemId, Map<String, Remembered>> sources = new HashMap<>();
    private final Map<ItemId, Set<Evidence>> proofs = new HashMap<>();

    /**
     * @param ids returns the id of the item that a source key names
     * @param stored the items before the look, by source key
     * @param answers this look's answers
     * @param facts reads the texts of all that is known of them, this look's answers included
     */
    CourseItems(
            Function<String, ItemId> ids,
            Map<String, StoredItem> stored,
            Map<Scope, Evidence> answers,
            FirstReading first,
            TextFacts facts) {
        this.ids = ids;
        this.book = facts.book();
        this.stored = stored;
        this.answers = answers;
        this.first = first;
        this.facts = facts;
    }

    Reconciled make(Suspicion suspected) {
        Set<String> keys = new TreeSet<>(stored.keySet());
        keys.addAll(book.keys());
        keys.stream()
                .collect(Collectors.groupingBy(key -> book.around(key).size(), TreeMap::new, Collectors.toList()))
                .values()
                .forEach(sameDepth -> sameDepth.forEach(this::make));
        return new Reconciled(
                List.copyOf(items.values()),
                first.baseline(),
                new DiffRules(learnt),
                sources,
                proofs,
                book.changed(),
                book.forgotten(),
                suspected);
    }

    private void make(String key) {
        StoredItem before = stored.get(key);
        goWithContainer(key);
        if (!book.proven(key)) {
            // Only mentioned by the way: not an item of its own, unless it once was.
            keep(before);
        } else if (book.gone(key)) {
            remove(key, before);
        } else if (book.missing(key)) {
            keep(before);
        } else {
            put(before, merged(key, before));
        }
    }

    private void keep(@Nullable StoredItem before) {
        if (before != null) {
            items.put(before.item().id().key(), before.item());
        }
    }

    /** What lay within something removed is gone from there, though it was not missed; only a sighting brings it back. */
    private void goWithContainer(String key) {
        for (Remembered known : book.of(key)) {
            Within within = known.sighting().within();
            Item container =
                    within == null ? null : within.item().map(items::get).orElse(null);
            if (known.sighting().presence() && container != null && container.status() == ItemStatus.REMOVED) {
                book.enter(known.missed(Remembered.PROOF));
            }
        }
    }

    private void remove(String key, @Nullable StoredItem before) {
        if (before != null) {
            items.put(key, before.item().with(Field.STATUS, ItemStatus.REMOVED.key()));
            proofs.put(before.item().id(), absenceOf(key));
        }
    }

    /** The answers that should show it and do not, or those that do not show what it lay within. */
    private Set<Evidence> absenceOf(String key) {
        Set<Evidence> absence = book.of(key).stream()
                .filter(known -> known.sighting().presence())
                .flatMap(known -> Optional.ofNullable(answers.get(known.scope())).stream())
                .collect(Collectors.toSet());
        return absence.isEmpty()
                ? book.around(key).stream()
                        .flatMap(container -> proofs.getOrDefault(ids.apply(container), Set.of()).stream())
                        .collect(Collectors.toSet())
                : absence;
    }

    private void put(@Nullable StoredItem before, Item item) {
        ItemId id = item.id();
        items.put(id.key(), item);
        if (before == null) {
            first.judge(item);
            return;
        }
        Set<String> fields = first.learnt(before, sources.getOrDefault(id, Map.of()));
        if (!fields.isEmpty()) {
            learnt.put(id, fields);
        }
        proofs.put(id, book.newAnswers(id.key()));
    }

    private Item merged(String key, @Nullable StoredItem before) {
        ItemId id = ids.apply(key);
        Merge merge = Merge.of(book.of(key));
        SortedMap<String, String> fields = merge.fields();
        facts.add(fields, merge, before == null ? null : before.item());
        if (before != null) {
            before.item()
                    .get(Field.COMPLETION_OVERRIDE)
                    .ifPresent(override -> fields.put(Field.COMPLETION_OVERRIDE.key(), override));
        }
        sources.put(id, merge.winners());
        return Item.of(id, fields);
    }
}
