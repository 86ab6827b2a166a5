package dev.unitracker.internal;

import dev.unitracker.model.Field;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The sightings of one course while a look is worked in. Seen things are entered first, absences afterwards, because
 * whether an absence means anything depends on what was seen elsewhere.
 */
final class Sightbook {

    private record Place(Scope scope, String key) {}

    private final Map<Place, Remembered> before = new HashMap<>();
    private final Map<Place, Remembered> now = new HashMap<>();
    private final Map<String, SortedMap<Scope, Remembered>> byItem = new TreeMap<>();

    Sightbook(Collection<Remembered> remembered) {
        for (Remembered sighting : remembered) {
            before.put(place(sighting), sighting);
            enter(sighting);
        }
    }

    /** Enters what an observation saw. Evidence moves only with the sighting, so that a quiet look writes nothing. */
    void see(Observation observation, Collection<Sighting> sightings) {
        for (Sighting sighting : sightings) {
            Remembered known = now.get(new Place(observation.scope(), sighting.key()));
            boolean same = known != null && known.seen() && known.sighting().equals(sighting);
            if (!same) {
                enter(new Remembered(observation.scope(), sighting, 0, observation.evidence()));
            }
        }
    }

    /** Returns what was remembered in a scope, ordered by key. */
    List<Remembered> inScope(Scope scope) {
        return byItem.values().stream()
                .map(sightings -> sightings.get(scope))
                .filter(sighting -> sighting != null)
                .toList();
    }

    /** Returns what is known of an item, best answer first. */
    List<Remembered> of(String key) {
        List<Remembered> known =
                new ArrayList<>(byItem.getOrDefault(key, new TreeMap<>()).values());
        known.sort((a, b) -> Integer.compare(a.sighting().rank(), b.sighting().rank()));
        return known;
    }

    /** Returns the keys of all items that anything is known of, ordered. */
    Collection<String> keys() {
        return List.copyOf(byItem.keySet());
    }

    /** Tells whether the same scope had seen the same item in an earlier look. */
    boolean knewBefore(Remembered sighting) {
        return before.containsKey(place(sighting));
    }

    void enter(Remembered sighting) {
        now.put(place(sighting), sighting);
        byItem.computeIfAbsent(sighting.sighting().key(), key -> new TreeMap<>())
                .put(sighting.scope(), sighting);
    }

    void forget(Remembered sighting) {
        now.remove(place(sighting));
        byItem.getOrDefault(sighting.sighting().key(), new TreeMap<>()).remove(sighting.scope());
    }

    /** Tells whether the student is shown the item but not let into it. */
    boolean restricted(@Nullable String key) {
        return key != null
                && of(key).stream()
                        .filter(Remembered::seen)
                        .flatMap(known -> known.sighting().stated(Field.AVAILABILITY).stream())
                        .anyMatch(text -> !text.isEmpty());
    }

    /** Tells whether answers that once proved the item's presence no longer show it, all of them. */
    boolean missing(String key) {
        return missedAtLeast(key, 1);
    }

    /** Tells whether the absence is proven. */
    boolean gone(String key) {
        return missedAtLeast(key, Remembered.PROOF);
    }

    private boolean missedAtLeast(String key, int times) {
        List<Remembered> proofs =
                of(key).stream().filter(known -> known.sighting().presence()).toList();
        return !proofs.isEmpty() && proofs.stream().allMatch(known -> known.missed() >= times);
    }

    /** Returns the sightings that are new or other than before. */
    List<Remembered> changed() {
        return now.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
                .map(Map.Entry::getValue)
                .sorted(Sightbook::order)
                .toList();
    }

    /** Returns the sightings that were remembered and are forgotten. */
    List<Remembered> forgotten() {
        return before.entrySet().stream()
                .filter(entry -> !now.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .sorted(Sightbook::order)
                .toList();
    }

    private static int order(Remembered left, Remembered right) {
        int byScope = left.scope().compareTo(right.scope());
        return byScope != 0
                ? byScope
                : left.sighting().key().compareTo(right.sighting().key());
    }

    private static Place place(Remembered sighting) {
        return new Place(sighting.scope(), sighting.sighting().key());
    }
}
