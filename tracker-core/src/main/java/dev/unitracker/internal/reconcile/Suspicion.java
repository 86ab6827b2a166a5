package dev.unitracker.internal.reconcile;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Absences of one course that are held back because too much vanished at once.
 *
 * @param items the keys of the items that seem to be gone; empty as a rule
 * @param parts the names of the parts that no longer show them
 */
public record Suspicion(Collection<String> items, Collection<String> parts) {

    static final Suspicion NONE = new Suspicion(Set.of(), Set.of());

    public Suspicion {
        items = new TreeSet<>(items);
        parts = new TreeSet<>(parts);
    }

    /** Tells whether anything is held back. */
    public boolean any() {
        return !items.isEmpty();
    }
}
