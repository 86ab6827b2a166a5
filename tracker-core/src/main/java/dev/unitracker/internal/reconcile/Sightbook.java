package dev.unitracker.internal.reconcile;

import dev.unitracker.model.Evidence;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import dev.unitracker.spi.Within;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The sightings of one course while a look is worked in. Seen things are entered first, absences afterwards, because
 * whether an absence means anything depends on what was seen elsewhere.
 */
final class Sightbook {

    private record Place(Scope scope, String key) {}

    private final Map<Place, Remembered> before = new HashMap<>();
    private final Map<String, List<Remembered>> beforeByItem = new HashMap<>();
    private final Map<Place, Remembered> now = new HashMap<>();
    private final Map<String, SortedMap<Scope, Remembered>> byItem = new TreeMap<>();

    Sightbook(Collection<Remembered> remembered) {
        for (Remembered sighting : remembered) {
            before.put(place(sighting), sighting);
            beforeByItem
                    .computeIfAbsent(sighting.sighting().key(), key -> new ArrayList<>())
                    .add(sighting);
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

    /** Returns what counts of an item, best answer first. What proved to be outdated counts only if nothing else does. */
    List<Remembered> of(String key) {
        Collection<Remembered> known = byItem.getOrDefault(key, new TreeMap<>()).values();
        boolean lives = known.stream().anyMatch(each -> each.sighting().presence() && !each.gone());
        return known.stream()
                .filter(each -> !lives || !each.gone())
                .sorted(Comparator.comparingInt(each -> each.sighting().rank()))
                .toList();
    }

    /** Returns the names of all that an item lies within, nearest first. */
    Set<String> around(String key) {
        Set<String> around = new LinkedHashSet<>();
        String name = within(key);
        while (name != null && !name.equals(key) && around.add(name)) {
            name = within(name);
        }
        return around;
    }

    private @Nullable String within(String key) {
        return of(key).stream()
                .map(known -> known.sighting().within())
                .filter(Objects::nonNull)
                .map(Within::name)
                .findFirst()
                .orElse(null);
    }

    /** Returns the keys of all items that anything is known of, ordered. */
    Collection<String> keys() {
        return List.copyOf(byItem.keySet());
    }

    /** Tells whether the same scope had seen the same item in an earlier look. */
    boolean knewBefore(Remembered sighting) {
        return before.containsKey(place(sighting));
    }

    /** Tells whether an answer states some of the fields otherwise than it did before this look. */
    boolean saysAnew(Remembered answer, Collection<String> fields) {
        Remembered was = before.get(place(answer));
        SortedMap<String, String> said = answer.sighting().fields();
        return fields.stream()
                .filter(said::containsKey)
                .anyMatch(field -> was == null
                        || !Objects.equals(
                                said.get(field), was.sighting().fields().get(field)));
    }

    /**
     * Tells whether another answer said the same of an item before this look and does not now.
     *
     * @param absent what this look should have seen and did not
     */
    boolean isUnsaidElsewhere(Remembered mention, Collection<Remembered> absent) {
        Map<String, String> said = mention.sighting().fields();
        return beforeByItem.getOrDefault(mention.sighting().key(), List.of()).stream()
                .filter(other -> !other.scope().equals(mention.scope()))
                .anyMatch(other -> other.sighting().fields().entrySet().stream()
                        .filter(field -> field.getValue().equals(said.get(field.getKey())))
                        .anyMatch(field -> absent.contains(other) || !isStillSaid(other, field)));
    }

    private boolean isStillSaid(Remembered answer, Map.Entry<String, String> field) {
        Remembered known = now.get(place(answer));
        return known != null
                && field.getValue().equals(known.sighting().fields().get(field.getKey()));
    }

    /** Tells whether an answer of an earlier look stated a field of an item. */
    boolean statedBefore(String key, String field) {
        return beforeByItem.getOrDefault(key, List.of()).stream()
                .anyMatch(known -> known.sighting().fields().containsKey(field));
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

    /** Tells whether an answer proves, or once proved, that there is such an item. */
    boolean proven(String key) {
        return of(key).stream().anyMatch(known -> known.sighting().presence());
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

    /** Returns the answers that say something else of an item than before. */
    Set<Evidence> newAnswers(String key) {
        return byItem.getOrDefault(key, new TreeMap<>()).values().stream()
                .filter(known -> !known.equals(before.get(place(known))))
                .map(Remembered::evidence)
                .collect(Collectors.toSet());
    }

    /** Returns what counts of an item and is new or other than before, best answer first. */
    List<Remembered> changed(String key) {
        return of(key).stream()
                .filter(known -> !known.equals(before.get(place(known))))
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
