package dev.unitracker.model;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An item's fields: ascending keys beside their values. Unmodifiable. A tree would take several times the memory, and to
 * see that two items are the same, which nearly all are from one look to the next, would mean to walk two of them.
 */
final class Fields extends AbstractMap<String, String> {

    private final String[] keys;
    private final String[] values;

    private Fields(String[] keys, String[] values) {
        this.keys = keys;
        this.values = values;
    }

    static Fields of(Map<String, String> fields) {
        if (fields instanceof Fields same) {
            return same;
        }
        String[] keys = fields.keySet().toArray(String[]::new);
        Arrays.sort(keys);
        String[] values = new String[keys.length];
        for (int i = 0; i < keys.length; i++) {
            values[i] = Objects.requireNonNull(fields.get(keys[i]), keys[i]);
            keys[i] = shared(keys[i]);
        }
        return new Fields(keys, values);
    }

    /** One text for each named field, however many items have been read from somewhere. */
    private static String shared(String key) {
        return Field.of(key).map(Field::key).orElse(key);
    }

    @Override
    public int size() {
        return keys.length;
    }

    @Override
    public @Nullable String get(@Nullable Object key) {
        int index = key instanceof String text ? Arrays.binarySearch(keys, text) : -1;
        return index < 0 ? null : values[index];
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return get(key) != null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fields fields
                ? Arrays.equals(keys, fields.keys) && Arrays.equals(values, fields.values)
                : super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return new Entries();
    }

    private final class Entries extends AbstractSet<Entry<String, String>> {

        @Override
        public int size() {
            return keys.length;
        }

        @Override
        public Iterator<Entry<String, String>> iterator() {
            return new InOrder();
        }
    }

    private final class InOrder implements Iterator<Entry<String, String>> {

        private int next;

        @Override
        public boolean hasNext() {
            return next < keys.length;
        }

        @Override
        public Entry<String, String> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return Map.entry(keys[next], values[next++]);
        }
    }
}
