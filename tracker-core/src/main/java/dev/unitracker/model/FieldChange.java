package dev.unitracker.model;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One field before and after a change. Immutable.
 *
 * @param field the field's key, as it is stored
 * @param before its canonical text before; null if it had no value
 * @param after its canonical text after; null if it has no value
 */
public record FieldChange(
        String field, @Nullable String before, @Nullable String after) {

    /**
     * Checks that something changed.
     *
     * @throws IllegalArgumentException if the text is the same before and after
     */
    public FieldChange {
        Objects.requireNonNull(field, "field");
        if (Objects.equals(before, after)) {
            throw new IllegalArgumentException(field + " did not change: " + after);
        }
    }

    /** Returns what the field is about. */
    public Topic topic() {
        return key().topic();
    }

    /** Returns the typed key of the field. */
    public FieldKey key() {
        return FieldKey.of(field);
    }

    /** Returns what the field held before; empty if it had no value. */
    public Optional<FieldValue> valueBefore() {
        return Optional.ofNullable(before).map(FieldValue::of);
    }

    /** Returns what the field holds after; empty if it has no value. */
    public Optional<FieldValue> valueAfter() {
        return Optional.ofNullable(after).map(FieldValue::of);
    }
}
