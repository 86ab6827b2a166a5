package dev.unitracker.example.server.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.model.Change;
import dev.unitracker.model.ItemId;
import java.util.Map;

/** An entry of the ledger. */
public final class EntryJson {

    private final Frame frame;
    private final Map<ItemId, Long> numbers;

    /**
     * Makes it for an account.
     *
     * @param numbers the numbers of the items that the entries are about
     */
    public EntryJson(Frame frame, Map<ItemId, Long> numbers) {
        this.frame = frame;
        this.numbers = Map.copyOf(numbers);
    }

    /** Returns an entry. */
    public ObjectNode of(Change change) {
        return fill(Frame.object(), change);
    }

    ObjectNode fill(ObjectNode json, Change change) {
        json.put("number", change.number());
        json.put("item_id", numbers.get(change.item()));
        json.put("source", change.item().source())
                .put("source_key", change.item().key());
        json.put("kind", change.kind().key()).put("meaningful", change.meaningful());
        json.put("baseline", change.baseline());
        Frame.list(
                json,
                "fields",
                change.fields(),
                (field, one) -> field.put("field", one.field())
                        .put("before", one.before())
                        .put("after", one.after()));
        frame.moment(json, "seen_at", change.seenAt());
        json.put("item_type", change.about().type().name())
                .put("title", change.about().title());
        frame.course(json, change.course());
        json.put("url", change.about().url());
        Frame.list(json, "evidence", change.evidence(), EvidenceJson::fill);
        return json;
    }
}
