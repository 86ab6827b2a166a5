package dev.unitracker;

import static dev.unitracker.Classroom.COURSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.Completion;
import dev.unitracker.model.DateRule;
import dev.unitracker.model.Evidence;
import dev.unitracker.model.Field;
import dev.unitracker.model.ItemGenerator;
import dev.unitracker.model.ItemType;
import dev.unitracker.spi.Completeness;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Semesters of random looks: whatever was seen, the ledger obeys some rules. */
class ObservationOrderTest {

    private static final int SEMESTERS = 500;
    private static final int LOOKS = 6;
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

    @Test
    void the_order_in_which_things_are_seen_plays_no_part() {
        Seeds.check("order of observations", SEMESTERS, random -> {
            ItemGenerator generator = new ItemGenerator(random.split());
            Classroom one = new Classroom();
            Classroom other = new Classroom();

            for (int look = 0; look < LOOKS; look++) {
                List<Observation> seen = observations(random);
                SyncReport report = one.look(seen);
                SyncReport shuffled = other.look(generator.shuffled(
                        seen.stream().map(each -> shuffled(each, generator)).toList()));

                assertThat(shuffled.changes()).isEqualTo(report.changes());
                assertThat(shuffled.suspected()).isEqualTo(report.suspected());
            }
            assertThat(other.tracker.items()).isEqualTo(one.tracker.items());
            assertThat(sightings(other)).isEqualTo(sightings(one));
        });
    }

    @Test
    void the_same_look_again_writes_nothing_unless_it_proves_an_absence() {
        Seeds.check("a look again is quiet", SEMESTERS, random -> {
            Classroom classroom = new Classroom();
            for (int look = 0; look < LOOKS; look++) {
                classroom.look(observations(random));
            }
            List<Observation> last = observations(random);
            classroom.look(last);
            SyncReport second = classroom.look(last);
            SyncReport third = classroom.look(last);
            SyncReport fourth = classroom.look(last);

            // What was suspicious may become plain once other things are known; nothing is ever seen anew.
            assertThat(second.changes()).allMatch(change -> !change.kind().key().equals("new"));
            if (third.suspected().isEmpty() && second.suspected().isEmpty()) {
                assertThat(fourth.changes()).isEmpty();
            }
        });
    }

    @Test
    void nothing_that_is_seen_in_a_look_is_removed_in_it_unless_its_container_is() {
        Seeds.check("seen is not removed", SEMESTERS, random -> {
            Classroom classroom = new Classroom();
            for (int look = 0; look < LOOKS; look++) {
                List<Observation> seen = observations(random);
                SyncReport report = classroom.look(seen);

                Set<String> loose = looseKeys(seen);
                assertThat(report.changes())
                        .noneMatch(change -> change.kind().key().equals("removed")
                                && loose.contains(change.item().key()));
            }
        });
    }

    private static Set<String> looseKeys(List<Observation> seen) {
        Set<String> loose = new TreeSet<>();
        for (Observation observation : seen) {
            observation.sightings().stream()
                    .filter(sighting -> sighting.presence() && sighting.within() == null)
                    .forEach(sighting -> loose.add(sighting.key()));
        }
        for (Observation observation : seen) {
            observation.sightings().stream()
                    .filter(sighting -> sighting.within() != null)
                    .forEach(sighting -> loose.remove(sighting.key()));
        }
        return loose;
    }

    private static List<Remembered> sightings(Classroom classroom) {
        return classroom.store.inTransaction(
                "me", session -> session.sightings().inScopes(""));
    }

    private static List<Observation> observations(SplittableRandom random) {
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
                random.nextInt(5) == 0 ? Completeness.partial("partly") : Completeness.COMPLETE,
                sightings,
                random.nextInt(4) == 0 ? Set.of("section:8") : Set.of(),
                new Evidence(scope.collector(), "ask", null));
    }

    private static Sighting sighting(String key, SplittableRandom random) {
        Sighting.Builder sighting = random.nextInt(3) == 0
                ? Sighting.about(key)
                : Sighting.of(key, random.nextBoolean() ? ItemType.QUIZ : ItemType.MATERIAL);
        sighting.course(COURSE).rank(10 * (1 + random.nextInt(3)));
        if (random.nextInt(3) == 0) {
            sighting.within(
                    List.of("section:8", "module:13", "chapter:1", "module:1").get(random.nextInt(4)));
        }
        if (random.nextInt(2) == 0) {
            sighting.title("Title " + random.nextInt(3));
        }
        if (random.nextInt(4) == 0) {
            sighting.state(Field.AVAILABILITY, random.nextBoolean() ? "later" : null);
        }
        if (random.nextInt(3) == 0) {
            sighting.due(
                    random.nextInt(4) == 0 ? null : Classroom.START.plusSeconds(random.nextInt(4)),
                    one(random, DateRule.values()));
        }
        if (random.nextInt(3) == 0) {
            sighting.completion(one(random, Completion.values()));
        }
        return sighting.build();
    }

    private static <T> T one(SplittableRandom random, T[] things) {
        return things[random.nextInt(things.length)];
    }

    private static Observation shuffled(Observation observation, ItemGenerator generator) {
        return new Observation(
                observation.scope(),
                observation.completeness(),
                generator.shuffled(observation.sightings()),
                observation.closed(),
                observation.evidence());
    }
}
