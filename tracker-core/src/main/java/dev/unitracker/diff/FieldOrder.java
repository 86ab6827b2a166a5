package dev.unitracker.diff;

import dev.unitracker.model.Field;
import java.util.Comparator;

/** The fixed order of an item's fields: the named ones as {@link Field} lists them, then the others by key. */
final class FieldOrder {

    static final Comparator<String> BY_KEY =
            Comparator.comparingInt(FieldOrder::position).thenComparing(Comparator.naturalOrder());

    private FieldOrder() {}

    private static int position(String key) {
        return Field.of(key).map(Field::ordinal).orElse(Integer.MAX_VALUE);
    }
}
