package dev.unitracker.memory;

import dev.unitracker.model.SourceKeys;
import dev.unitracker.spi.Home;
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

    private record Kept(String source, Remembered known) {}

    private final TreeMap<Place, Kept> sightings = new TreeMap<>();
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
    public List<Remembered> of(Home home) {
        return all(kept -> kept.source().equals(home.source())
                && home.course()
                        .equals(Objects.requireNonNullElse(
                                kept.known().sighting().course(), "")));
    }

    @Override
    public List<Remembered> inScopes(String scopePrefix) {
        return all(kept -> kept.known().scope().toString().startsWith(scopePrefix));
    }

    @Override
    public void save(String source, Collection<Remembered> changed) {
        seal.check();
        changed.forEach(known -> sightings.put(Place.of(known), new Kept(source, known)));
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

    private List<Remembered> all(Predicate<Kept> wanted) {
        return sightings.values().stream().filter(wanted).map(Kept::known).toList();
    }
}
