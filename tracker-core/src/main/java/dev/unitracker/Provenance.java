package dev.unitracker;

import dev.unitracker.brief.ModelJob;
import dev.unitracker.dates.Fact;
import dev.unitracker.model.Change;
import dev.unitracker.model.Evidence;
import dev.unitracker.model.StoredItem;
import dev.unitracker.notice.Delivery;
import java.util.List;
import java.util.Objects;

/**
 * Where what is known of an item comes from, and what became of it. All of one moment. Immutable.
 *
 * @param stored the item as it is now
 * @param changes its entries of the ledger, by number
 * @param deliveries what people were told of it or are to be told, the latest planned first
 * @param modelJobs what language models were asked of it, the latest first, at most a hundred
 * @param evidence the answers that its present state and its changes were learnt from, each once; those that name an artifact
 *     were kept verbatim under its hash
 */
public record Provenance(
        StoredItem stored,
        List<Change> changes,
        List<Delivery> deliveries,
        List<ModelJob> modelJobs,
        List<Evidence> evidence) {

    /** Copies the lists. Null is refused. */
    public Provenance {
        Objects.requireNonNull(stored, "stored");
        changes = List.copyOf(changes);
        deliveries = List.copyOf(deliveries);
        modelJobs = List.copyOf(modelJobs);
        evidence = List.copyOf(evidence);
    }

    /** Returns the dates and places that its text states, each with the words that state it; empty if it states none. */
    public List<Fact> facts() {
        return stored.item().facts();
    }
}
