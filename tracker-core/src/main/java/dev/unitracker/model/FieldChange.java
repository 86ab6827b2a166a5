package dev.unitracker.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One field before and after.
 *
 * @param field the field's key
 * @param before its value before; null if it had none
 * @param after its value after; null if it has none
 */
public record FieldChange(
        String field, @Nullable String before, @Nullable String after) {

    public FieldChange {
        Objects.requireNonNull(field, "field");
        if (Objects.equals(before, after)) {
            throw new IllegalArgumentException(field + " did not change: " + after);
        }
    }

    /** Returns what the field is about. */
    public Topic topic() {
        return Field.topicOf(field);
    }
}
