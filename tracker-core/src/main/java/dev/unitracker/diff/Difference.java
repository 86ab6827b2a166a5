package dev.unitracker.diff;

import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.FieldChange;
import dev.unitracker.model.ItemId;
import java.util.List;
import java.util.Objects;

/**
 * What differs in one item between two states.
 *
 * @param item whose difference it is
 * @param kind what happened, the first of the kinds that apply
 * @param fields every field that differs, in the fixed order of fields; never empty
 * @param meaningfulKey the key of the state after
 */
public record Difference(ItemId item, ChangeKind kind, List<FieldChange> fields, String meaningfulKey) {

    /** Copies the list. Null is refused. */
    public Difference {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(meaningfulKey, "meaningfulKey");
        fields = List.copyOf(fields);
    }
}
