package dev.unitracker.internal;

import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Remembered;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a look did not see, and whether that means anything. Only a scope that was seen completely shows an absence, what
 * is closed to the student is not absent, and half a course does not vanish at once.
 */
final class Absences {

    /** Fewer absences than this are never suspicious. */
    private static final int SUSPICIOUS_FROM = 5;

    private final Sightbook book;

    Absences(Sightbook book) {
        this.book = book;
    }

    /**
     * Works in the absences of some observations.
     *
     * @return the keys of items whose absence is held back as suspicious, ordered; empty as a rule
     */
    Collection<String> workIn(List<Observation> observations, Set<String> activeKeys) {
        Set<String> missingBefore = missing(activeKeys);
        Map<Remembered, Remembered> missed = new LinkedHashMap<>();
        for (Observation observation : observations) {
            if (observation.completeness().complete()) {
                workIn(observation, missed);
            }
        }
        Set<String> vanished = missing(activeKeys);
        vanished.removeAll(missingBefore);
        if (!suspicious(vanished, activeKeys)) {
            return List.of();
        }
        missed.forEach((original, counted) -> book.enter(original));
        return vanished;
    }

    private void workIn(Observation observation, Map<Remembered, Remembered> missed) {
        Set<String> seen =
                observation.sightings().stream().map(sighting -> sighting.key()).collect(Collectors.toSet());
        for (Remembered known : new ArrayList<>(book.inScope(observation.scope()))) {
            if (seen.contains(known.sighting().key()) || closed(observation, known)) {
                continue;
            }
            if (!known.sighting().presence()) {
                book.forget(known);
            } else if (known.missed() < Remembered.PROOF) {
                Remembered counted = known.missed(known.missed() + 1);
                missed.put(known, counted);
                book.enter(counted);
            }
        }
    }

    private boolean closed(Observation observation, Remembered known) {
        String within = known.sighting().within();
        return (within != null && observation.closed().contains(within))
                || book.restricted(within)
                || book.restricted(known.sighting().key());
    }

    private Set<String> missing(Set<String> activeKeys) {
        return activeKeys.stream().filter(book::missing).collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean suspicious(Set<String> vanished, Set<String> activeKeys) {
        // What lies within something that vanished went with it and says nothing more.
        long roots = vanished.stream().filter(key -> !partOf(vanished, key)).count();
        long others = activeKeys.stream().filter(key -> !partOf(vanished, key)).count();
        return roots >= SUSPICIOUS_FROM && roots * 2 > others;
    }

    private boolean partOf(Set<String> vanished, String key) {
        return book.of(key).stream().anyMatch(known -> {
            String within = known.sighting().within();
            return within != null && vanished.contains(within);
        });
    }
}
