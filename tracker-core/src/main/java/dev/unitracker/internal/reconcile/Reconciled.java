package dev.unitracker.internal.reconcile;

import dev.unitracker.diff.DiffRules;
import dev.unitracker.model.Evidence;
import dev.unitracker.model.FieldChange;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.spi.Remembered;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a look made of one course.
 *
 * @param items the course's items as they are now
 * @param baseline those of them that belong to the first look at their course
 * @param rules what the diff must know
 * @param sources which answer gave each field of each item
 * @param proofs for each item the answers of this look that show it otherwise than before, or no longer
 * @param changed sightings to store
 * @param forgotten sightings to forget
 * @param suspected what is held back as suspicious
 */
public record Reconciled(
        List<Item> items,
        Set<ItemId> baseline,
        DiffRules rules,
        Map<ItemId, Map<String, Remembered>> sources,
        Map<ItemId, Set<Evidence>> proofs,
        List<Remembered> changed,
        List<Remembered> forgotten,
        Suspicion suspected) {

    /** Returns the answers behind some changed fields of an item, each once, ordered. */
    public List<Evidence> evidence(ItemId id, List<FieldChange> fields) {
        Map<String, Remembered> sources = sources().getOrDefault(id, Map.of());
        Set<Evidence> evidence = new TreeSet<>();
        for (FieldChange change : fields) {
            Remembered source = sources.get(change.field());
            if (source != null) {
                evidence.add(source.evidence());
            } else {
                // No answer gives what is gone; those that no longer do are its proof.
                evidence.addAll(proofs().getOrDefault(id, Set.of()));
            }
        }
        return List.copyOf(evidence);
    }
}
