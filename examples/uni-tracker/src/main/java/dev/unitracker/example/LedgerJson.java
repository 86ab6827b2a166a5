package dev.unitracker.example;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.model.Change;
import dev.unitracker.model.FieldChange;
import java.util.function.UnaryOperator;

/** Ledger entries as JSON, one object on a line, always with the same fields in the same order. */
final class LedgerJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final UnaryOperator<String> text;

    /**
     * @param text applied to all that a source wrote, for example to print recorded links as they were recorded
     */
    LedgerJson(UnaryOperator<String> text) {
        this.text = text;
    }

    /** Returns one line, without its end. {@code step} and {@code look} say when it was seen. */
    String line(int step, int look, Change change) {
        ObjectNode entry = MAPPER.createObjectNode();
        entry.put("step", step);
        entry.put("look", look);
        entry.put("seq", change.number());
        entry.put("kind", change.kind().key());
        entry.put("meaningful", change.meaningful());
        entry.put("source", change.item().source());
        entry.put("item", change.item().key());
        entry.put("item_type", change.about().type().name());
        entry.put("course", change.about().course());
        entry.put("title", text.apply(change.about().title()));
        ArrayNode fields = entry.putArray("fields");
        for (FieldChange field : change.fields()) {
            ObjectNode shown = fields.addObject();
            shown.put("field", field.field());
            shown.put("before", field.before() == null ? null : text.apply(field.before()));
            shown.put("after", field.after() == null ? null : text.apply(field.after()));
        }
        entry.put("seen_at", change.seenAt().toString());
        try {
            return MAPPER.writeValueAsString(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts is always JSON", e);
        }
    }
}
