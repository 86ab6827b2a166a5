package dev.unitracker.internal.look;

import dev.unitracker.diff.Diff;
import dev.unitracker.diff.Difference;
import dev.unitracker.internal.reconcile.CourseState;
import dev.unitracker.internal.reconcile.Reconciled;
import dev.unitracker.internal.reconcile.Reconciler;
import dev.unitracker.internal.tell.Announcements;
import dev.unitracker.model.Change;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemQuery;
import dev.unitracker.model.SourceKeys;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Scope;
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
import java.util.Optional;
import java.util.Set;
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
    private final Announcements announcements;
    private final Stages stages;

    LookWriter(Store store, String account, Reconciler reconciler, Announcements announcements, Stages stages) {
        this.store = store;
        this.account = account;
        this.reconciler = reconciler;
        this.announcements = announcements;
        this.stages = stages;
    }

    /**
     * What was written.
     *
     * @param changes the new ledger entries, in order
     * @param suspected lines about absences that were held back
     * @param firstSeen the scopes that earlier attempts saw for the first time. This one may not look again at what they
     *     saw; with all courses written, the first look at them is over
     */
    public record Written(List<Change> changes, List<String> suspected, Set<Scope> firstSeen) {}

    /**
     * What was written of one course.
     *
     * @param any whether there was anything to write
     */
    private record WrittenCourse(List<Change> changes, List<String> suspected, boolean any) {}

    /**
     * Works all observations in.
     *
     * @param run the run's name
     * @param lookedAt when the look began; the changes are seen then
     */
    public Written write(List<Observation> observations, String run, Instant lookedAt) {
        Map<String, String> homes = homes();
        Attempts attempts = store.inTransaction(account, session -> Attempts.before(session.runs()));
        // Read once: whoever has the account is the only one to settle scopes, and does so when all courses are
        // written.
        Set<Scope> settled =
                store.inTransaction(account, session -> session.sightings().settled());
        List<Change> changes = new ArrayList<>();
        List<String> suspected = new ArrayList<>();
        for (String course : courses(observations, homes)) {
            if (!stages.comesTo(course)) {
                break;
            }
            Visit visit = new Visit(course, observations, homes, run, lookedAt, attempts, settled);
            WrittenCourse written = write(visit);
            written.changes().forEach(change -> homes.put(change.item().key(), course));
            changes.addAll(written.changes());
            suspected.addAll(written.suspected());
        }
        return new Written(changes, suspected, attempts.firstSeen());
    }

    private WrittenCourse write(Visit visit) {
        WrittenCourse written = store.inTransaction(account, session -> write(session, visit));
        if (written.any()) {
            stages.wrote();
        }
        return written;
    }

    /**
     * One course while it is written.
     *
     * @param homes the course of each stored item by the item's key
     * @param attempts what earlier attempts at the look wrote
     * @param settled the scopes whose first look is over
     */
    private record Visit(
            String course,
            List<Observation> observations,
            Map<String, String> homes,
            String run,
            Instant lookedAt,
            Attempts attempts,
            Set<Scope> settled) {

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

    private Map<String, String> homes() {
        return store.inTransaction(account, session -> session.items().places()).stream()
                .collect(Collectors.toMap(
                        item -> item.id().key(), item -> Objects.requireNonNullElse(item.course(), NO_COURSE)));
    }

    private static NavigableSet<String> courses(List<Observation> observations, Map<String, String> homes) {
        NavigableSet<String> courses = new TreeSet<>(SourceKeys.ORDER);
        courses.addAll(homes.values());
        observations.stream()
                .flatMap(observation -> observation.sightings().stream())
                .map(Sighting::course)
                .forEach(course -> courses.add(course == null ? NO_COURSE : course));
        return courses;
    }

    private WrittenCourse write(StoreSession session, Visit visit) {
        @Nullable String course = visit.courseKey();
        Instant lookedAt = visit.lookedAt();
        CourseState state = state(session, visit);
        Reconciled result = reconciler.reconcile(state, course, visit.observations(), lookedAt);
        // First, because a store may take the account and note its last number in one go.
        List<Change> changes = session.ledger().append(visit.run(), changes(state, result, lookedAt));
        session.sightings().forget(result.forgotten());
        session.sightings().save(result.changed());
        session.items().save(stored(state, result, changes, lookedAt));
        announcements.changes(session, visit.course(), changes, result.items(), visit.run(), lookedAt);
        boolean any = !changes.isEmpty()
                || !result.forgotten().isEmpty()
                || !result.changed().isEmpty();
        if (any) {
            stages.writes(
                    session,
                    Attempts.progress(visit.course(), visit.observations(), state.settled(), result.changed()));
        }
        return new WrittenCourse(changes, suspected(course, result), any);
    }

    /** An item that was seen in another course before is the same item, and what that course remembers of it is past. */
    private CourseState state(StoreSession session, Visit visit) {
        Set<String> arrived = visit.arrived();
        List<StoredItem> items =
                new ArrayList<>(session.items().find(ItemQuery.ofCourse(Optional.ofNullable(visit.courseKey()))));
        if (!arrived.isEmpty()) {
            items.addAll(session.items()
                    .find(arrived.stream().map(key -> new ItemId(account, key)).toList()));
        }
        List<Remembered> sightings = session.sightings().ofCourse(visit.courseKey()).stream()
                .filter(known -> arrived.contains(known.sighting().key())
                        || !visit.isElsewhere(known.sighting().key()))
                .toList();
        return new CourseState(
                items, sightings, visit.settled(), visit.attempts().counted(visit.course()));
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
        return before == null
                ? new StoredItem(item, change.baseline(), lookedAt, lookedAt, change.number(), change.meaningfulKey())
                : before.changed(item, lookedAt, change.number(), change.meaningfulKey());
    }

    private static List<String> suspected(@Nullable String course, Reconciled result) {
        if (result.suspected().isEmpty()) {
            return List.of();
        }
        return List.of((course == null ? "no course" : course) + ": "
                + result.suspected().size()
                + " items vanished at once; held back as suspicious, nothing was removed. If it is true, look"
                + " again accepting removals");
    }

    private static <K, V> Map<K, V> byId(List<V> values, Function<V, K> id) {
        return values.stream().collect(Collectors.toMap(id, value -> value, (one, other) -> other, HashMap::new));
    }
}
