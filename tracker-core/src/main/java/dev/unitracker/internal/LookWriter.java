package dev.unitracker.internal;

import dev.unitracker.diff.Diff;
import dev.unitracker.diff.Difference;
import dev.unitracker.model.Change;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.SourceKeys;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Sighting;
import dev.unitracker.spi.Store;
import dev.unitracker.spi.StoreSession;
import dev.unitracker.spi.StoredItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what a look saw, one course after the other, each in one transaction of its own. */
public final class LookWriter {

    /** Sorts before every course's key; stands for what belongs to no course. */
    private static final String NO_COURSE = "";

    private final Store store;
    private final String account;
    private final Reconciler reconciler;

    public LookWriter(Store store, String account, Reconciler reconciler) {
        this.store = store;
        this.account = account;
        this.reconciler = reconciler;
    }

    /**
     * What was written.
     *
     * @param changes the new ledger entries, in order
     * @param suspected lines about absences that were held back
     */
    public record Written(List<Change> changes, List<String> suspected) {}

    /**
     * Works all observations in.
     *
     * @param run the run's name
     * @param lookedAt when the look began; the changes are seen then
     */
    public Written write(List<Observation> observations, String run, Instant lookedAt) {
        List<Change> changes = new ArrayList<>();
        List<String> suspected = new ArrayList<>();
        for (String course : courses(observations)) {
            @Nullable String key = course.equals(NO_COURSE) ? null : course;
            Written written = store.inTransaction(account, session -> write(session, key, observations, run, lookedAt));
            changes.addAll(written.changes());
            suspected.addAll(written.suspected());
        }
        return new Written(changes, suspected);
    }

    private NavigableSet<String> courses(List<Observation> observations) {
        NavigableSet<String> courses = new TreeSet<>(SourceKeys.ORDER);
        observations.stream()
                .flatMap(observation -> observation.sightings().stream())
                .map(Sighting::course)
                .forEach(course -> courses.add(course == null ? NO_COURSE : course));
        store.inTransaction(account, session -> session.items().all()).stream()
                .map(stored -> stored.item().course().orElse(NO_COURSE))
                .forEach(courses::add);
        return courses;
    }

    private Written write(
            StoreSession session,
            @Nullable String course,
            List<Observation> observations,
            String run,
            Instant lookedAt) {
        CourseState state = new CourseState(
                session.items().ofCourse(course),
                session.sightings().ofCourse(course),
                session.sightings().settled());
        Reconciled result = reconciler.reconcile(state, course, observations, lookedAt);
        session.sightings().forget(result.forgotten());
        session.sightings().save(result.changed());
        List<Change> changes = session.ledger().append(run, changes(state, result, lookedAt));
        session.items().save(stored(state, result, changes, lookedAt));
        return new Written(changes, suspected(course, result));
    }

    private static List<Change> changes(CourseState state, Reconciled result, Instant lookedAt) {
        List<Item> before = state.items().stream().map(StoredItem::item).toList();
        Map<ItemId, Item> now = byId(result.items(), Item::id);
        return Diff.between(before, result.items(), result.rules()).stream()
                .map(difference ->
                        change(difference, Objects.requireNonNull(now.get(difference.item())), result, lookedAt))
                .toList();
    }

    private static Change change(Difference difference, Item item, Reconciled result, Instant lookedAt) {
        return new Change(
                0,
                item.id(),
                difference.kind(),
                Change.About.of(item),
                difference.fields(),
                difference.meaningfulKey(),
                lookedAt,
                result.baseline().contains(item.id()),
                result.evidence(item.id(), difference.fields()));
    }

    private static List<StoredItem> stored(
            CourseState state, Reconciled result, List<Change> changes, Instant lookedAt) {
        Map<ItemId, StoredItem> before =
                byId(state.items(), stored -> stored.item().id());
        Map<ItemId, Item> now = byId(result.items(), Item::id);
        return changes.stream()
                .map(change -> stored(
                        change, Objects.requireNonNull(now.get(change.item())), before.get(change.item()), lookedAt))
                .toList();
    }

    private static StoredItem stored(Change change, Item item, @Nullable StoredItem before, Instant lookedAt) {
        return new StoredItem(
                item,
                before == null ? change.baseline() : before.baseline(),
                before == null ? lookedAt : before.firstSeen(),
                lookedAt,
                change.number(),
                change.meaningfulKey());
    }

    private static List<String> suspected(@Nullable String course, Reconciled result) {
        if (result.suspected().isEmpty()) {
            return List.of();
        }
        return List.of((course == null ? "no course" : course) + ": "
                + result.suspected().size() + " items vanished at once; held back as suspicious, nothing was removed");
    }

    private static <K, V> Map<K, V> byId(List<V> values, Function<V, K> id) {
        return values.stream().collect(Collectors.toMap(id, value -> value, (one, other) -> other, HashMap::new));
    }
}
