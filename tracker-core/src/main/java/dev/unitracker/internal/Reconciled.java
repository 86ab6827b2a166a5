package dev.unitracker.internal;

import dev.unitracker.diff.DiffRules;
import dev.unitracker.model.Evidence;
import dev.unitracker.model.FieldChange;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.spi.Remembered;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a look made of one course.
 *
 * @param items the course's items as they are now
 * @param baseline those of them that belong to the first look at their course
 * @param rules what the diff must know
 * @param sources which answer gave each field of each item
 * @param changed sightings to store
 * @param forgotten sightings to forget
 * @param suspected keys of items whose absence is held back as suspicious
 */
public record Reconciled(
        List<Item> items,
        Set<ItemId> baseline,
        DiffRules rules,
        Map<ItemId, Map<String, Remembered>> sources,
        List<Remembered> changed,
        List<Remembered> forgotten,
        Collection<String> suspected) {

    /** Returns the answers behind some changed fields of an item, each once, ordered. */
    public List<Evidence> evidence(ItemId id, List<FieldChange> fields) {
        Map<String, Remembered> sources = sources().getOrDefault(id, Map.of());
        return fields.stream()
                .map(change -> sources.get(change.field()))
                .filter(Objects::nonNull)
                .map(Remembered::evidence)
                .distinct()
                .sorted()
                .toList();
    }
}
