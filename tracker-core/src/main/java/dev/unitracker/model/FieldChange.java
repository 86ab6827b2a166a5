package dev.unitracker.model;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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

    private static final Set<String> SHOWN_OR_HIDDEN = Set.of(ItemStatus.ACTIVE.key(), ItemStatus.HIDDEN.key());

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

    /** Returns what the change is about: what the field is about, but that something is out of sight is no absence. */
    public Topic topic() {
        return isOfSight() ? Topic.AVAILABILITY : key().topic();
    }

    private boolean isOfSight() {
        return field.equals(Field.STATUS.key())
                && Stream.of(Optional.ofNullable(before), Optional.ofNullable(after))
                        .allMatch(status ->
                                status.filter(SHOWN_OR_HIDDEN::contains).isPresent());
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
