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
 * Where the data of an item comes from, how it changed and who was told, all as of one moment. Immutable.
 *
 * @param stored the item as it is now
 * @param changes its entries in the ledger, ordered by number
 * @param deliveries the messages about this one item that were sent or planned, the one planned last first
 * @param modelJobs what language models were asked about it, the latest first, at most a hundred
 * @param evidence the answers that its present state and its changes were learnt from, each once; an answer that names
 *     an artifact was kept under that hash
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

    /**
     * Returns the dates and places that its text states, each with the words that state it, ordered by key; empty if
     * none.
     */
    public List<Fact> facts() {
        return stored.item().facts();
    }
}
