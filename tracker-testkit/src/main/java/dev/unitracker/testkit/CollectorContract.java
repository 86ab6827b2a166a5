package dev.unitracker.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.report.ReplayReport;
import dev.unitracker.report.SyncReport;
import dev.unitracker.run.Missed;
import dev.unitracker.run.Part;
import dev.unitracker.run.PartOutcome;
import dev.unitracker.run.Run;
import dev.unitracker.spi.Collector;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import dev.unitracker.testkit.TestSource.Breakdown;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every {@link Collector} promises, as tests: the same look twice tells nothing, a failure proves no absence, a replay
 * equals the looks, the order of observations plays no part, and no secret is kept. Whoever writes a collector extends this
 * class and says how its source is opened, changed and broken:
 *
 * <pre>{@code
 * class NewsCollectorTest extends CollectorContract {
 *     @Override
 *     protected TestSource source() {
 *         return new NewsSite();
 *     }
 * }
 * }</pre>
 *
 * <p>Each test makes looks with a clock of its own, and keeps what they see in memory.
 */
public abstract class CollectorContract {

    private static final Duration DAY = Duration.ofHours(26);

    /** Opens the source under test, a new one each time, in the same state each time. It is closed after use. */
    protected abstract TestSource source();

    @Test
    void its_name_and_its_parts_are_words_and_stay() {
        try (TestSource source = source()) {
            Collector collector = source.collector();
            List<Part> parts = collector.parts();

            assertThat(collector.name()).isNotBlank().doesNotContain(" ", "/");
            assertThat(parts).isNotEmpty().extracting(Part::name).doesNotHaveDuplicates();
            assertThat(parts).extracting(Part::name).allMatch(name -> name.startsWith(collector.name()));
            assertThat(source.collector().name()).isEqualTo(collector.name());
            assertThat(source.collector().parts()).isEqualTo(parts);
        }
    }

    @Test
    void a_look_sees_something_and_all_of_it() {
        try (TestSource source = source()) {
            Watch watch = Watch.of(source);

            SyncReport report = watch.look();

            assertThat(report.run().notLooked()).isEmpty();
            assertThat(report.items()).isPositive();
        }
    }

    @Test
    void each_scope_is_seen_once_and_belongs_to_a_part() {
        try (TestSource source = source()) {
            Watch watch = Watch.of(source);

            SyncReport report = watch.look();

            List<Scope> scopes = watch.seen().stream().map(Observation::scope).toList();
            assertThat(scopes).doesNotHaveDuplicates();
            assertThat(scopes).extracting(Scope::part).isSubsetOf(watch.parts());
            assertThat(missed(report)).doesNotContain(Missed.Code.MISTAKE);
        }
    }

    @Test
    void the_same_look_again_tells_nothing() {
        try (TestSource source = source()) {
            Watch watch = Watch.of(source);
            watch.look();

            SyncReport soon = watch.look(DAY);
            SyncReport nextDay = watch.look();

            assertThat(soon.changes()).isEmpty();
            assertThat(nextDay.changes()).isEmpty();
        }
    }

    @Test
    void what_comes_is_told_and_nothing_else() {
        try (TestSource source = source()) {
            Watch watch = Watch.of(source);
            watch.look();
            watch.look();
            Set<String> before =
                    watch.items().stream().map(item -> item.id().key()).collect(Collectors.toSet());

            source.add();
            List<Change> told = watch.look().news();
            List<Change> later = watch.look().news();

            assertThat(told).isNotEmpty().extracting(Change::kind).containsOnly(ChangeKind.NEW);
            assertThat(told).extracting(change -> change.item().key()).doesNotContainAnyElementsOf(before);
            assertThat(later).isEmpty();
        }
    }

    @Test
    void the_order_of_observations_plays_no_part() {
        try (TestSource source = source()) {
            Watch forwards = Watch.of(source);
            Watch backwards = Watch.backwards(source);
            forwards.look();
            backwards.look();
            source.add();

            forwards.look();
            backwards.look();

            assertThat(backwards.items()).isEqualTo(forwards.items());
            assertThat(kinds(backwards)).isEqualTo(kinds(forwards));
        }
    }

    private static List<String> kinds(Watch watch) {
        return watch.ledger().stream()
                .map(change -> change.number() + " " + change.item() + " " + change.kind() + " " + change.fields())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void a_failure_is_said_and_proves_no_absence(Breakdown failure) {
        try (TestSource source = source()) {
            Watch watch = Watch.of(source);
            watch.look();
            watch.look();
            Map<Scope, Set<String>> known = keys(watch.seen());

            source.fail(failure);
            for (int look = 0; look < 3; look++) {
                SyncReport report = watch.look(DAY);

                assertThat(report.run().outcome()).isNotEqualTo(Run.Outcome.COMPLETE);
                assertThat(missed(report)).doesNotContain(Missed.Code.MISTAKE);
                assertThat(report.changes()).isEmpty();
                assertThat(watch.seen())
                        .filteredOn(observation -> observation.completeness().complete())
                        .allSatisfy(observation -> assertThat(keys(observation))
                                .containsAll(known.getOrDefault(observation.scope(), Set.of())));
            }
            source.recover();
            watch.look();

            assertThat(watch.look().run().outcome()).isEqualTo(Run.Outcome.COMPLETE);
            assertThat(watch.ledger()).extracting(Change::baseline).containsOnly(true);
        }
    }

    @Test
    void a_replay_equals_the_looks_and_asks_nothing() {
        try (TestSource source = source()) {
            Watch watch = Watch.of(source);
            watch.look();
            source.fail(Breakdown.DOWN);
            watch.look();
            source.recover();
            source.add();
            watch.look();
            source.fail(Breakdown.LOGIN_PAGE);
            watch.look();
            source.recover();
            watch.look();
            source.add();
            int requests = source.requests();

            ReplayReport report = watch.tracker().replay();

            assertThat(report.difference()).isEmpty();
            assertThat(report.looks()).isEqualTo(5);
            assertThat(source.requests()).isEqualTo(requests);
        }
    }

    @Test
    void a_part_is_looked_at_alone() {
        try (TestSource source = source()) {
            for (Part part : source.collector().parts()) {
                Watch watch = Watch.of(source);

                SyncReport report = watch.lookAt(part.name());

                assertThat(report.run().parts()).containsExactly(PartOutcome.complete(part.name()));
            }
        }
    }

    @Test
    void no_secret_is_left_behind() {
        try (TestSource source = source()) {
            Watch watch = Watch.of(source);
            watch.look();
            for (Breakdown failure : Breakdown.values()) {
                source.fail(failure);
                watch.look();
                source.recover();
            }
            watch.look();

            assertThat(watch.leftBehind())
                    .isNotEmpty()
                    .allSatisfy(text ->
                            source.secrets().forEach(secret -> assertThat(text).doesNotContain(secret)));
        }
    }

    private static List<Missed.Code> missed(SyncReport report) {
        return report.run().parts().stream()
                .flatMap(part -> part.missed().stream())
                .map(Missed::code)
                .toList();
    }

    private static Map<Scope, Set<String>> keys(List<Observation> observations) {
        Map<Scope, Set<String>> keys = new HashMap<>();
        observations.forEach(observation -> keys.put(observation.scope(), keys(observation)));
        return keys;
    }

    private static Set<String> keys(Observation observation) {
        return observation.sightings().stream().map(Sighting::key).collect(Collectors.toSet());
    }
}
