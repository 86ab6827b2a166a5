package dev.unitracker.internal.look;

import dev.unitracker.diff.Diff;
import dev.unitracker.diff.Difference;
import dev.unitracker.internal.reconcile.CourseState;
import dev.unitracker.internal.reconcile.Reconciled;
import dev.unitracker.internal.reconcile.Reconciler;
import dev.unitracker.internal.reconcile.Suspicion;
import dev.unitracker.internal.tell.Announcements;
import dev.unitracker.model.Change;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemQuery;
import dev.unitracker.model.StoredItem;
import dev.unitracker.spi.Home;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Store;
import dev.unitracker.spi.StoreSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what a look saw of one course, in one transaction. */
final class CourseWriter {

    private final Store store;
    private final String account;
    private final Reconciler reconciler;
    private final Announcements announcements;
    private final Stages stages;

    CourseWriter(Store store, OngoingLook look, Reconciler reconciler, Announcements announcements, Stages stages) {
        this.store = store;
        this.account = look.account();
        this.reconciler = reconciler;
        this.announcements = announcements;
        this.stages = stages;
    }

    /**
     * What was written of one course.
     *
     * @param changes the new ledger entries, in order
     * @param suspected what was held back
     * @param title what the course is called; empty for what belongs to none, or if nobody knows
     * @param any whether there was anything to write
     */
    record Written(List<Change> changes, Suspicion suspected, String title, boolean any) {}

    /** Writes the course of a visit. If that fails, nothing of it is written. */
    Written write(Visit visit) {
        Written written = store.inTransaction(account, session -> write(session, visit));
        if (written.any()) {
            stages.wrote();
        }
        return written;
    }

    private Written write(StoreSession session, Visit visit) {
        Instant lookedAt = visit.lookedAt();
        CourseState state = state(session, visit);
        Reconciled result = reconciler.reconcile(state, visit.home(), visit.observations(), lookedAt);
        // First, because a store may take the account and note its last number in one go.
        List<Change> changes = session.ledger().append(visit.run(), changes(state, result, lookedAt));
        session.sightings().forget(result.forgotten());
        session.sightings().save(visit.home().source(), result.changed());
        session.items().save(stored(state, result, changes, lookedAt));
        announcements.changes(
                session,
                new Announcements.OneLook(visit.home().course(), visit.run(), lookedAt),
                changes,
                result.items());
        boolean any = !changes.isEmpty()
                || !result.forgotten().isEmpty()
                || !result.changed().isEmpty();
        if (any) {
            stages.writes(
                    session, Attempts.progress(visit.home(), visit.observations(), state.settled(), result.changed()));
        }
        return new Written(changes, result.suspected(), title(result, visit.home()), any);
    }

    private static String title(Reconciled result, Home home) {
        return result.items().stream()
                .filter(item -> item.id().key().equals(home.course()))
                .map(Item::title)
                .findFirst()
                .orElse("");
    }

    /** An item that was seen in another course before is the same item, and what that course remembers of it is past. */
    private CourseState state(StoreSession session, Visit visit) {
        Set<String> arrived = visit.arrived();
        List<StoredItem> items = new ArrayList<>(session.items()
                .find(ItemQuery.all()
                        .source(visit.home().source())
                        .course(visit.home().course())));
        if (!arrived.isEmpty()) {
            items.addAll(session.items()
                    .find(arrived.stream()
                            .map(key -> new ItemId(account, visit.home().source(), key))
                            .toList()));
        }
        List<Remembered> sightings = session.sightings().of(visit.home()).stream()
                .filter(known -> arrived.contains(known.sighting().key())
                        || !visit.isElsewhere(known.sighting().key()))
                .toList();
        return new CourseState(
                items, sightings, visit.settled(), visit.attempts().counted(visit.home()));
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

    private static <K, V> Map<K, V> byId(List<V> values, Function<V, K> id) {
        return values.stream().collect(Collectors.toMap(id, value -> value, (one, other) -> other, HashMap::new));
    }
}
