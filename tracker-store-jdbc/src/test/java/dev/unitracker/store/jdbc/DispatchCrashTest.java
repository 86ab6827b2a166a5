package dev.unitracker.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.Tracker;
import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.DateRule;
import dev.unitracker.model.ItemType;
import dev.unitracker.notice.Delivery;
import dev.unitracker.notice.Delivery.State;
import dev.unitracker.spi.Sighting;
import dev.unitracker.spi.Store;
import dev.unitracker.store.jdbc.Accidents.Crash;
import dev.unitracker.testkit.FakeCollector;
import dev.unitracker.testkit.TestClock;
import dev.unitracker.words.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Shows that whatever dies or fails, and whenever, nobody misses an alert and nobody gets one twice without need. */
class DispatchCrashTest {

    private static final int TROUBLES = 1000;
    private static final int MODULES = 6;
    private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant DUE = START.plus(Duration.ofDays(300));

    private final long seed = Long.getLong("unitracker.seed", 1);
    private final SplittableRandom random = new SplittableRandom(seed);
    private final TestClock clock = new TestClock(START);
    private final FakeCollector source = new FakeCollector("source");
    private final Instant[] dues = IntStream.range(0, MODULES)
            .mapToObj(number -> DUE.plus(Duration.ofDays(number)))
            .toArray(Instant[]::new);

    @Test
    void nothing_is_lost_and_nothing_comes_twice_in_memory() {
        runs(new InMemoryStore());
    }

    @Test
    void nothing_is_lost_and_nothing_comes_twice_in_a_database() {
        try (TestDatabase database = TestDatabase.Kind.H2.create();
                Store store = JdbcStore.on(database.pool()).build()) {
            runs(store);
        }
    }

    private void runs(Store store) {
        System.out.println("crashes and failures: seed " + seed);
        Accidents accidents = new Accidents(store, random.split());
        Post one = new Post("one", accidents, "");
        Post other = new Post("other", accidents, "ana", "juan");
        look(tracker(accidents, one, other));
        accidents.begin();

        while (accidents.crashes() + accidents.failures() < TROUBLES) {
            live(accidents, one, other);
        }
        accidents.end();
        drain(tracker(accidents, one, other));

        assertThat(accidents.crashes()).isGreaterThan(TROUBLES / 5);
        assertThat(accidents.failures()).isGreaterThan(TROUBLES / 5);
        everyAlertArrivedOrSaysWhyNot(store, accidents);
    }

    /** A process that lives until something kills it. */
    private void live(Accidents accidents, Post... posts) {
        try {
            Tracker tracker = tracker(accidents, posts);
            while (accidents.crashes() + accidents.failures() < TROUBLES) {
                clock.advance(Duration.ofSeconds(random.nextInt(1, 1200)));
                if (random.nextInt(8) == 0) {
                    int module = random.nextInt(MODULES);
                    dues[module] = dues[module].plusSeconds(60);
                    look(tracker);
                }
                tracker.dispatch();
            }
        } catch (Crash e) {
            accidents.buried();
        }
    }

    private void drain(Tracker tracker) {
        for (int hour = 0; hour < 72; hour++) {
            tracker.dispatch();
            clock.advance(Duration.ofHours(1));
        }
    }

    private void everyAlertArrivedOrSaysWhyNot(Store store, Accidents accidents) {
        Map<String, Delivery> deliveries =
                store.inTransaction("default", session -> session.outbox().latest(null, Integer.MAX_VALUE)).stream()
                        .collect(Collectors.toMap(Delivery::key, Function.identity()));
        List<Change> moved =
                store.inTransaction("default", session -> session.ledger().after(0, Integer.MAX_VALUE)).stream()
                        .filter(change -> change.kind() == ChangeKind.DEADLINE_CHANGED)
                        .toList();

        assertThat(moved).hasSizeGreaterThan(20);
        for (Change change : moved) {
            for (String whom : List.of("one/", "other/ana", "other/juan")) {
                assertThat(deliveries).containsKey("change/" + change.number() + "#0 " + whom);
            }
        }
        assertThat(accidents.arrived().keySet()).isSubsetOf(deliveries.keySet());
        deliveries.forEach((key, delivery) -> {
            int arrived = accidents.arrived().getOrDefault(key, 0);
            int inFlight = accidents.diedWithIt().getOrDefault(key, 0);
            assertThat(delivery.state()).as(key).isNotEqualTo(State.PENDING);
            assertThat(arrived).as(key).isLessThanOrEqualTo(1 + inFlight);
            if (delivery.state() == State.SENT) {
                assertThat(arrived).as(key).isPositive();
            } else {
                assertThat(delivery.detail()).as(key).isNotBlank();
                assertThat(arrived).as(key).isLessThanOrEqualTo(inFlight);
            }
        });
    }

    private void look(Tracker tracker) {
        source.shows(
                "contents/course:1",
                IntStream.range(0, MODULES)
                        .mapToObj(number -> Sighting.of("module:" + number, ItemType.ASSIGNMENT)
                                .course("course:1")
                                .title("Essay " + number)
                                .due(dues[number], DateRule.ACTIVITY)
                                .build())
                        .toArray(Sighting[]::new));
        tracker.syncFully();
    }

    private Tracker tracker(Accidents accidents, Post... posts) {
        var builder = Tracker.of(accidents, ZoneId.of("America/Argentina/Buenos_Aires"), Language.SPANISH)
                .clock(clock)
                .owner("worker")
                .staleAfter(Duration.ofDays(365))
                .collectors(List.of(source));
        for (Post post : posts) {
            builder.notifier(post);
        }
        return builder.build();
    }
}
