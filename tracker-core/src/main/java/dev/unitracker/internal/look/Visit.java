package dev.unitracker.internal.look;

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
 * @param course the course's key; {@link #NO_COURSE} for what belongs to none
 * @param observations all that the look saw
 * @param homes the course of each stored item by the item's key
 * @param run the run's name
 * @param lookedAt when the look began; the changes are seen then
 * @param attempts what earlier attempts at the look wrote
 * @param settled the scopes whose first look is over
 */
record Visit(
        String course,
        List<Observation> observations,
        Map<String, String> homes,
        String run,
        Instant lookedAt,
        Attempts attempts,
        Set<Scope> settled) {

    /** Sorts before every course's key; stands for what belongs to no course. */
    static final String NO_COURSE = "";

    @Nullable
    String courseKey() {
        return course.equals(NO_COURSE) ? null : course;
    }

    boolean isElsewhere(String key) {
        return !homes.getOrDefault(key, course).equals(course);
    }

    /** Returns the keys of items that were stored with another course and are seen in this one. */
    Set<String> arrived() {
        return observations.stream()
                .flatMap(observation -> observation.sightings().stream())
                .filter(sighting -> sighting.presence() && Objects.equals(sighting.course(), courseKey()))
                .map(Sighting::key)
                .filter(this::isElsewhere)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
