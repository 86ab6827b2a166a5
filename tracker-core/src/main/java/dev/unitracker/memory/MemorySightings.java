package dev.unitracker.memory;

import dev.unitracker.model.SourceKeys;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sightings;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The sightings of one account in memory. */
final class MemorySightings implements Sightings {

    private record Place(Scope scope, String key) implements Comparable<Place> {

        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::scope).thenComparing(Place::key, SourceKeys.ORDER);

        static Place of(Remembered sighting) {
            return new Place(sighting.scope(), sighting.sighting().key());
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    private final TreeMap<Place, Remembered> sightings = new TreeMap<>();
    private final TreeSet<Scope> settled = new TreeSet<>();
    private final Seal seal;

    MemorySightings(Seal seal) {
        this.seal = seal;
    }

    MemorySightings copy(Seal of) {
        MemorySightings copy = new MemorySightings(of);
        copy.sightings.putAll(sightings);
        copy.settled.addAll(settled);
        return copy;
    }

    @Override
    public List<Remembered> ofCourse(@Nullable String course) {
        return all(known -> Objects.equals(known.sighting().course(), course));
    }

    @Override
    public List<Remembered> inScopes(String scopePrefix) {
        return all(known -> known.scope().toString().startsWith(scopePrefix));
    }

    @Override
    public void save(Collection<Remembered> changed) {
        seal.check();
        changed.forEach(known -> sightings.put(Place.of(known), known));
    }

    @Override
    public void forget(Collection<Remembered> forgotten) {
        seal.check();
        forgotten.forEach(known -> sightings.remove(Place.of(known)));
    }

    @Override
    public Set<Scope> settled() {
        return Set.copyOf(settled);
    }

    @Override
    public void settle(Collection<Scope> scopes) {
        seal.check();
        settled.addAll(scopes);
    }

    private List<Remembered> all(Predicate<Remembered> wanted) {
        return sightings.values().stream().filter(wanted).toList();
    }
}
