package dev.unitracker;

import static dev.unitracker.Classroom.module;
import static dev.unitracker.Classroom.notLooked;
import static dev.unitracker.Classroom.partly;
import static dev.unitracker.Classroom.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Sighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Presence once more, counted by hand: four loose items, too few to be suspicious, in three scopes. */
class RemovalPropertiesTest {

    private static final List<String> SCOPES = List.of("a/1", "b/1", "c/1");

    @Test
    void an_item_is_removed_exactly_when_all_that_ever_saw_it_missed_it_twice() {
        Seeds.check("removal needs two complete looks in each scope", 500, random -> {
            Classroom classroom = new Classroom();
            Map<String, Map<String, Integer>> missed = new TreeMap<>();
            Map<String, Boolean> there = new TreeMap<>();

            for (int look = 0; look < 15; look++) {
                List<Observation> observations = observations(random);
                observations.forEach(observation -> count(observation, missed));
                missed.forEach((key, byScope) -> decide(key, byScope, there));
                classroom.look(observations);

                there.forEach((key, expected) -> assertThat(classroom.isThere(key))
                        .as(key + " " + missed)
                        .isEqualTo(expected));
            }
        });
    }

    private static void count(Observation observation, Map<String, Map<String, Integer>> missed) {
        String scope = observation.scope().toString();
        if (observation.completeness().complete()) {
            missed.values().forEach(byScope -> byScope.computeIfPresent(scope, (key, times) -> Math.min(2, times + 1)));
        }
        observation
                .sightings()
                .forEach(sighting -> missed.computeIfAbsent(sighting.key(), key -> new TreeMap<>())
                        .put(scope, 0));
    }

    private static void decide(String key, Map<String, Integer> byScope, Map<String, Boolean> there) {
        if (byScope.containsValue(0)) {
            there.put(key, true);
        } else if (!byScope.containsValue(1)) {
            there.put(key, false);
        }
    }

    private static List<Observation> observations(SplittableRandom random) {
        List<Observation> observations = new ArrayList<>();
        for (String scope : SCOPES) {
            Sighting[] sightings = sightings(random);
            switch (random.nextInt(5)) {
                case 0 -> observations.add(partly(scope, sightings));
                case 1 -> observations.add(notLooked(scope));
                case 2 -> {}
                default -> observations.add(seen(scope, sightings));
            }
        }
        return observations;
    }

    private static Sighting[] sightings(SplittableRandom random) {
        List<Sighting> sightings = new ArrayList<>();
        for (int number = 1; number <= 4; number++) {
            if (random.nextInt(3) == 0) {
                sightings.add(module(number).build());
            }
        }
        return sightings.toArray(Sighting[]::new);
    }
}
