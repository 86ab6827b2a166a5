package dev.unitracker;

import static dev.unitracker.Classroom.COURSE;

import dev.unitracker.model.Availability;
import dev.unitracker.model.Completion;
import dev.unitracker.model.DateRule;
import dev.unitracker.model.Evidence;
import dev.unitracker.model.ItemType;
import dev.unitracker.spi.Completeness;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Looks in which anything may have been seen, partly seen, closed, restricted, or within anything else. */
final class RandomLooks {

    private static final List<String> SCOPES =
            List.of("moodle_contents/contents/course:2", "moodle_assignments/all", "moodle_files/files", "x/calendar");
    private static final List<String> KEYS = List.of(
            "module:1",
            "module:2",
            "module:10",
            "module:11",
            "module:12",
            "module:13",
            "chapter:1",
            "file:9:/a",
            "attachment:3",
            "course:2");

    private RandomLooks() {}

    /** Returns what one look saw. */
    static List<Observation> next(SplittableRandom random) {
        List<Observation> observations = new ArrayList<>();
        for (String scope : SCOPES) {
            if (random.nextInt(4) > 0) {
                observations.add(observation(Scope.parse(scope), random));
            }
        }
        return observations;
    }

    private static Observation observation(Scope scope, SplittableRandom random) {
        List<Sighting> sightings = new ArrayList<>();
        boolean half = random.nextInt(6) == 0;
        KEYS.stream()
                .filter(key -> random.nextInt(6) > (half ? 4 : 1))
                .forEach(key -> sightings.add(sighting(key, random)));
        return new Observation(
                scope,
                random.nextInt(5) == 0 ? Completeness.partial("partly") : Completeness.witnessed("a count"),
                sightings,
                random.nextInt(4) == 0 ? Set.of("section:8") : Set.of(),
                new Evidence(scope.part(), "ask", null));
    }

    private static Sighting sighting(String key, SplittableRandom random) {
        Sighting.Builder sighting = random.nextInt(3) == 0
                ? Sighting.about(key)
                : Sighting.of(key, random.nextBoolean() ? ItemType.QUIZ : ItemType.MATERIAL);
        sighting.course(COURSE).rank(10 * (1 + random.nextInt(3)));
        if (random.nextInt(3) == 0) {
            String name =
                    List.of("section:8", "module:13", "chapter:1", "module:1").get(random.nextInt(4));
            if (name.startsWith("section:")) {
                sighting.placedIn(name);
            } else {
                sighting.within(name);
            }
        }
        if (random.nextInt(2) == 0) {
            sighting.title("Title " + random.nextInt(3));
        }
        if (random.nextInt(4) == 0) {
            sighting.availability(random.nextBoolean() ? Availability.restricted("later") : Availability.OPEN);
        }
        if (random.nextInt(3) == 0) {
            sighting.due(
                    random.nextInt(4) == 0 ? null : Classroom.START.plusSeconds(random.nextInt(4)),
                    one(random, Rules.ALL.toArray(DateRule[]::new)));
        }
        if (random.nextInt(3) == 0) {
            sighting.completion(one(random, Completion.values()));
        }
        return sighting.build();
    }

    private static <T> T one(SplittableRandom random, T[] things) {
        return things[random.nextInt(things.length)];
    }
}
