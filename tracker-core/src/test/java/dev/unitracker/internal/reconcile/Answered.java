package dev.unitracker.internal.reconcile;

import dev.unitracker.model.Evidence;
import dev.unitracker.model.Field;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.model.ItemType;
import dev.unitracker.model.StoredItem;
import dev.unitracker.spi.Completeness;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Short forms of what a look's answers say, for tables. */
final class Answered {

    static final String COURSE = "course:2";
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private Answered() {}

    /** Returns a sighting that proves the presence of an assignment of the course. */
    static Sighting.Builder assignment(String key) {
        return Sighting.of(key, ItemType.ASSIGNMENT).course(COURSE);
    }

    /** Returns a sighting that only mentions an item of the course. */
    static Sighting.Builder mention(String key) {
        return Sighting.about(key).course(COURSE).rank(Sighting.THIRD);
    }

    /** Returns what an earlier look saw in a scope like {@code lists/all}. */
    static Remembered remembered(String scope, Sighting sighting) {
        return new Remembered(Scope.parse(scope), sighting, 0, evidence(scope));
    }

    /** Returns a complete observation that sees just this. */
    static Observation complete(String scope, Sighting... sightings) {
        return observed(scope, Completeness.COMPLETE, Set.of(), sightings);
    }

    static Observation observed(String scope, Completeness completeness, Set<String> closed, Sighting... sightings) {
        return new Observation(Scope.parse(scope), completeness, List.of(sightings), closed, evidence(scope));
    }

    /** Returns a stored item with these fields beside its status and type. */
    static StoredItem stored(String key, boolean baseline, Map<String, String> fields) {
        Map<String, String> all = new TreeMap<>(fields);
        all.put(Field.STATUS.key(), ItemStatus.ACTIVE.key());
        all.put(Field.TYPE.key(), ItemType.ASSIGNMENT.name());
        return new StoredItem(Item.of(new ItemId("me", "source", key), all), baseline, NOON, NOON, 1, "key");
    }

    private static Evidence evidence(String scope) {
        return new Evidence(
                Scope.parse(scope).part(), "ask_" + Scope.parse(scope).part(), null);
    }
}
