package dev.unitracker;

import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.model.Evidence;
import dev.unitracker.model.Field;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.model.ItemType;
import dev.unitracker.model.StoredItem;
import dev.unitracker.report.SyncReport;
import dev.unitracker.spi.Completeness;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import dev.unitracker.testkit.FakeCollector;
import dev.unitracker.testkit.TestClock;
import dev.unitracker.words.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** One course, looked at again and again, an hour between the looks. */
public final class Classroom {

    public static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
    static final String COURSE = "course:2";
    static final String CONTENTS = "moodle_contents/contents/course:2";
    static final String ASSIGNMENTS = "moodle_assignments/assignments/course:2";
    private static final Completeness COUNTED = Completeness.witnessed("a count");
    static final String CALENDAR = "moodle_calendar/calendar";

    final InMemoryStore store = new InMemoryStore();
    final TestClock clock = new TestClock(START);
    final FakeCollector source = new FakeCollector("source");
    final Tracker tracker = Tracker.of(
                    Accounts.in(store).create("me", ZoneId.of("America/Argentina/Buenos_Aires"), Language.SPANISH))
            .collectors(List.of(source))
            .clock(clock)
            .build();

    /** Looks an hour later and sees just this. */
    SyncReport look(List<Observation> observations) {
        clock.advance(Duration.ofHours(1));
        source.showsOnly(observations);
        return tracker.syncFully();
    }

    SyncReport look(Observation... observations) {
        return look(List.of(observations));
    }

    /** Looks an hour later, sees just this, and believes that much vanished at once. */
    SyncReport lookAccepting(Observation... observations) {
        clock.advance(Duration.ofHours(1));
        source.showsOnly(List.of(observations));
        return Tracker.of(tracker.account())
                .collectors(List.of(source))
                .clock(clock)
                .acceptMassRemovals()
                .build()
                .syncFully();
    }

    Item item(String key) {
        return stored(key).item();
    }

    StoredItem stored(String key) {
        return tracker.account().item(new ItemId("me", "source", key)).orElseThrow();
    }

    boolean isThere(String key) {
        return tracker.account()
                .item(new ItemId("me", "source", key))
                .filter(stored -> stored.item().status() == ItemStatus.ACTIVE)
                .isPresent();
    }

    /** Lets the student say that something is done. */
    void override(String key, String completion) {
        StoredItem before = stored(key);
        StoredItem after = before.changed(
                before.item().with(Field.COMPLETION_OVERRIDE, completion),
                before.updatedAt(),
                before.lastChange(),
                before.meaningfulKey());
        store.inTransaction("me", session -> {
            session.items().save(List.of(after));
            return true;
        });
    }

    /** Returns what was written down, a line each, for example {@code module:5 new baseline}. */
    static List<String> changes(SyncReport report) {
        return report.changes().stream()
                .map(change -> change.item().key() + " " + change.kind().key() + (change.baseline() ? " baseline" : ""))
                .toList();
    }

    static Observation seen(String scope, Sighting... sightings) {
        return observed(scope, COUNTED, Set.of(), List.of(sightings));
    }

    static Observation seen(String scope, List<Sighting> sightings) {
        return observed(scope, COUNTED, Set.of(), sightings);
    }

    /** A complete look at a scope in which nothing was, and nothing else tells so. */
    static Observation sawNothing(String scope) {
        return observed(scope, Completeness.COMPLETE, Set.of(), List.of());
    }

    static Observation partly(String scope, Sighting... sightings) {
        return observed(scope, Completeness.partial("only some was shown"), Set.of(), List.of(sightings));
    }

    static Observation notLooked(String scope) {
        return Observation.notLooked(Scope.parse(scope), "access denied");
    }

    /** A complete look in which the student was not let into something. */
    static Observation closed(String scope, Set<String> closed, Sighting... sightings) {
        return observed(scope, COUNTED, closed, List.of(sightings));
    }

    private static Observation observed(
            String scope, Completeness completeness, Set<String> closed, List<Sighting> sightings) {
        Scope where = Scope.parse(scope);
        Evidence evidence = new Evidence(where.part(), "ask_" + where.part(), null);
        return new Observation(where, completeness, sightings, closed, evidence);
    }

    static Sighting.Builder module(int number) {
        return Sighting.of("module:" + number, ItemType.ASSIGNMENT)
                .course(COURSE)
                .title("Activity " + number);
    }

    /** What lists {@code module:from} to {@code module:to}. */
    static List<Sighting> modules(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> module(number).build())
                .toList();
    }

    static Sighting.Builder about(int module) {
        return Sighting.about("module:" + module).course(COURSE).rank(Sighting.THIRD);
    }

    static Sighting.Builder part(String key, ItemType type, String within) {
        return Sighting.of(key, type).course(COURSE).within(within).title(key);
    }
}
