package dev.unitracker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.ItemGenerator;
import dev.unitracker.report.SyncReport;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Remembered;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Semesters of random looks: whatever was seen, in whatever order, some rules hold. */
class ObservationOrderTest {

    private static final int SEMESTERS = 300;
    private static final int LOOKS = 6;

    @Test
    void the_order_in_which_things_are_seen_plays_no_part() {
        Seeds.check("order of observations", SEMESTERS, random -> {
            ItemGenerator generator = new ItemGenerator(random.split());
            Classroom one = new Classroom();
            Classroom other = new Classroom();

            for (int look = 0; look < LOOKS; look++) {
                List<Observation> seen = RandomLooks.next(random);
                SyncReport report = one.look(seen);
                SyncReport shuffled = other.look(generator.shuffled(
                        seen.stream().map(each -> shuffled(each, generator)).toList()));

                assertThat(shuffled.changes()).isEqualTo(report.changes());
                assertThat(shuffled.suspected()).isEqualTo(report.suspected());
            }
            assertThat(other.tracker.account().items())
                    .isEqualTo(one.tracker.account().items());
            assertThat(sightings(other)).isEqualTo(sightings(one));
        });
    }

    @Test
    void the_same_look_again_writes_nothing_unless_it_proves_an_absence() {
        Seeds.check("a look again is quiet", SEMESTERS, random -> {
            Classroom classroom = new Classroom();
            for (int look = 0; look < LOOKS; look++) {
                classroom.look(RandomLooks.next(random));
            }
            List<Observation> last = RandomLooks.next(random);
            classroom.look(last);
            SyncReport second = classroom.look(last);
            SyncReport third = classroom.look(last);
            classroom.look(last);
            SyncReport fifth = classroom.look(last);

            // What was suspicious may become plain once other things are known; nothing is ever seen anew. A word that
            // an
            // item is closed is forgotten at the second look, and only then its absence counts.
            assertThat(second.changes()).allMatch(change -> !change.kind().key().equals("new"));
            assertThat(third.suspected()).isEqualTo(second.suspected());
            assertThat(fifth.suspected()).isEqualTo(second.suspected());
            assertThat(fifth.changes()).isEmpty();
        });
    }

    @Test
    void nothing_that_is_seen_in_a_look_is_removed_in_it_unless_its_container_is() {
        Seeds.check("seen is not removed", SEMESTERS, random -> {
            Classroom classroom = new Classroom();
            for (int look = 0; look < LOOKS; look++) {
                List<Observation> seen = RandomLooks.next(random);
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

    private static Observation shuffled(Observation observation, ItemGenerator generator) {
        return new Observation(
                observation.scope(),
                observation.completeness(),
                generator.shuffled(observation.sightings()),
                observation.closed(),
                observation.evidence());
    }
}
