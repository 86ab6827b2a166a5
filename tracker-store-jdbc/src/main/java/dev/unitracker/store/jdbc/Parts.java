package dev.unitracker.store.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Many values in parts that one statement takes. */
final class Parts {

    private static final int AT_ONCE = 1000;

    private Parts() {}

    static <T> List<List<T>> of(Collection<T> values) {
        List<T> all = List.copyOf(values);
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            parts.add(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
        return parts;
    }
}
