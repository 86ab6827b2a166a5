package dev.unitracker.internal;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Absences of one course that are held back because too much vanished at once.
 *
 * @param items the keys of the items that seem to be gone; empty as a rule
 * @param parts the names of the parts that no longer show them
 */
record Suspicion(Collection<String> items, Collection<String> parts) {

    static final Suspicion NONE = new Suspicion(Set.of(), Set.of());

    Suspicion {
        items = new TreeSet<>(items);
        parts = new TreeSet<>(parts);
    }

    boolean any() {
        return !items.isEmpty();
    }
}
