package dev.unitracker.diff;

import dev.unitracker.model.FieldChange;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.Topic;
import java.util.Map;
import java.util.Set;

/**
 * What the diff must know beside the two states.
 *
 * @param learnt by item, the keys of fields that the source did not change: they were only read for the first time, or
 *     they moved by themselves as time passed. They count as a {@linkplain Topic#REFRESH refresh}
 */
public record DiffRules(Map<ItemId, Set<String>> learnt) {

    /** Every difference counts. */
    public static final DiffRules STRICT = new DiffRules(Map.of());

    /** Copies the map; the sets in it are kept as they are, so the caller must not change them. */
    public DiffRules {
        learnt = Map.copyOf(learnt);
    }

    Topic topic(ItemId item, FieldChange change) {
        return learnt.getOrDefault(item, Set.of()).contains(change.field()) ? Topic.REFRESH : change.topic();
    }
}
