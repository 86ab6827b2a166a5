package dev.unitracker.internal.look;

import dev.unitracker.spi.Home;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One course while a look at it is written.
 *
 * @param home which one, or what belongs to none
 * @param observations all that the look saw of its source
 * @param homes where each stored item of its source belongs, by the item's key
 * @param run the run's name
 * @param lookedAt when the look began; the changes are seen then
 * @param attempts what earlier attempts at the look wrote
 * @param settled the scopes whose first look is over
 */
record Visit(
        Home home,
        List<Observation> observations,
        Map<String, Home> homes,
        String run,
        Instant lookedAt,
        Attempts attempts,
        Set<Scope> settled) {

    /** Returns the course's source key; null for what belongs to none. */
    @Nullable
    String course() {
        return home.hasNoCourse() ? null : home.course();
    }

    boolean isElsewhere(String key) {
        return !homes.getOrDefault(key, home).equals(home);
    }

    /** Returns the keys of items that were stored with another course and are seen in this one. */
    Set<String> arrived() {
        return observations.stream()
                .flatMap(observation -> observation.sightings().stream())
                .filter(sighting -> sighting.presence() && Objects.equals(sighting.course(), course()))
                .map(Sighting::key)
                .filter(this::isElsewhere)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
