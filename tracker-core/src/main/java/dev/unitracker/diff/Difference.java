package dev.unitracker.diff;

import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.FieldChange;
import dev.unitracker.model.ItemId;
import java.util.List;
import java.util.Objects;

/**
 * What differs in one item between two states. Immutable.
 *
 * @param item the id of the item
 * @param kind what happened: the first kind that applies
 * @param fields every field that differs, in the order of {@link dev.unitracker.model.Field}, then facts and other
 *     dates by key
 * @param meaningfulKey the {@linkplain MeaningfulKey key} of the state after
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
