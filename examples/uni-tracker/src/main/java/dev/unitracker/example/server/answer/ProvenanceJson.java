package dev.unitracker.example.server.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.Provenance;
import dev.unitracker.brief.ModelJob;
import dev.unitracker.dates.Fact;
import dev.unitracker.model.StoredItem;
import java.util.Map;

/** Where an item comes from, how it changed, who was told. */
public final class ProvenanceJson {

    private final Frame frame;

    /** Makes it for an account. */
    public ProvenanceJson(Frame frame) {
        this.frame = frame;
    }

    /** Returns the provenance of an item. */
    public ObjectNode of(Provenance provenance) {
        StoredItem stored = provenance.stored();
        EntryJson entries = new EntryJson(frame, Map.of(stored.item().id(), stored.number()));
        DeliveryJson deliveries = new DeliveryJson(frame);
        ObjectNode json = Frame.object();
        json.set("item", new ItemJson(frame).of(stored));
        Frame.list(json, "facts", provenance.facts(), ProvenanceJson::fact);
        Frame.list(json, "notifications", provenance.deliveries(), deliveries::fill);
        Frame.list(json, "changes", provenance.changes(), entries::fill);
        Frame.list(json, "artifacts", provenance.evidence(), EvidenceJson::fill);
        Frame.list(json, "llm_jobs", provenance.modelJobs(), this::job);
        return json;
    }

    private static void fact(ObjectNode json, Fact fact) {
        json.put("fact_type", fact.type().key());
        json.putObject("value_json")
                .put("value", fact.value())
                .put("label", fact.label())
                .put("page", fact.page());
        json.put("confidence", fact.confidence()).put("extractor_type", fact.extractor());
        json.put("source_span", fact.quote().isEmpty() ? null : fact.quote());
    }

    private void job(ObjectNode json, ModelJob job) {
        json.put("id", job.number()).put("model", job.model());
        json.put("status", job.status().key()).put("attempts", job.attempts());
        json.put("error", job.error());
        frame.moment(json, "started_at", job.startedAt());
        frame.moment(json, "finished_at", job.finishedAt());
    }
}
