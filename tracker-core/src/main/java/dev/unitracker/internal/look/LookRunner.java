package dev.unitracker.internal.look;

import dev.unitracker.internal.history.KnownParts;
import dev.unitracker.internal.history.Readings;
import dev.unitracker.internal.history.RunName;
import dev.unitracker.internal.reconcile.Reconciler;
import dev.unitracker.internal.tell.Announcements;
import dev.unitracker.model.Change;
import dev.unitracker.run.Part;
import dev.unitracker.spi.Collector;
import dev.unitracker.spi.Home;
import dev.unitracker.spi.ItemPlace;
import dev.unitracker.spi.NoteOwner;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.RunAnswers;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Store;
import dev.unitracker.spi.StoreSession;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The story of a look: the collectors see, what they saw is written course by course, and the run ends. A replay is the same
 * with another archive, another clock, and nobody who is told.
 */
public final class LookRunner {

    private final Store store;
    private final ZoneId zone;
    private final List<Collector> collectors;
    private final Announcements announcements;

    /**
     * @param store where what is seen goes
     * @param zone the zone that dates in texts are read in
     * @param collectors those that look, in their order
     * @param announcements says what of it is told
     */
    public LookRunner(Store store, ZoneId zone, List<Collector> collectors, Announcements announcements) {
        this.store = store;
        this.zone = zone;
        this.collectors = List.copyOf(collectors);
        this.announcements = announcements;
    }

    /**
     * What was written.
     *
     * @param changes the new ledger entries, in order
     * @param suspected the courses of which something was held back, ordered
     * @param firstSeen the scopes that earlier attempts saw for the first time. This one may not look again at what they
     *     saw; with all courses written, the first look at them is over
     */
    record Written(List<Change> changes, Map<Home, CourseWriter.Written> suspected, Set<Scope> firstSeen) {}

    /**
     * Makes a look.
     *
     * @param name the names of the look and of this attempt at it
     * @param clock tells when it is over
     * @param atEnd what else is done in the transaction that ends the run
     */
    public MadeLook make(OngoingLook look, RunName name, Supplier<Instant> clock, Consumer<StoreSession> atEnd) {
        Gathering gathering = gather(look);
        LookEnd end = new LookEnd(look, gathering);
        Attempt attempt =
                new Attempt(name.ofAttempt(), reached -> end.brokenOff(name.ofAttempt(), clock.get(), reached));
        Written written = write(look, gathering, attempt);
        RunAnswers run = end.run(written, clock.get());
        int items = store.inTransaction(look.account(), session -> {
            end.settle(session, written);
            announcements.look(session, run.run(), gathering.refused().map(Throwable::getMessage));
            Readings.note(session, run.run());
            attempt.ends(session, run);
            atEnd.accept(session);
            return LookEnd.active(session);
        });
        return new MadeLook(run.run(), gathering, written.changes(), items);
    }

    /**
     * Makes a look again, as far as it got.
     *
     * @param before the look as it was made, or the attempt at it
     */
    public void again(OngoingLook look, RunAnswers before, Stages stages) {
        Gathering gathering = gather(look);
        Written written = write(look, gathering, stages);
        store.inTransaction(look.account(), session -> {
            RunAnswers run = before;
            if (before.run().ended()) {
                LookEnd end = new LookEnd(look, gathering);
                run = end.run(written, before.run().finishedAt());
                end.settle(session, written);
                Readings.note(session, run.run());
            }
            session.runs().add(run);
            return run;
        });
    }

    private Gathering gather(OngoingLook look) {
        List<Part> parts = collectors.stream()
                .flatMap(collector -> collector.parts().stream())
                .toList();
        String noted = look.notes(NoteOwner.CORE).getOrDefault(KnownParts.NOTE, "");
        look.note(NoteOwner.CORE, KnownParts.NOTE, KnownParts.noted(noted, parts));
        Gathering gathering = Gathering.from(collectors, look);
        look.checkRemembered();
        return gathering;
    }

    private Written write(OngoingLook look, Gathering gathering, Stages stages) {
        Reconciler reconciler = new Reconciler(look.account(), zone, look.removalsAccepted(), gathering.provenEmpty());
        CourseWriter writer = new CourseWriter(store, look, reconciler, announcements, stages);
        Map<String, List<Observation>> seen = gathering.bySource();
        Map<String, Map<String, Home>> homes = homes(look.account());
        Attempts attempts = store.inTransaction(look.account(), session -> Attempts.before(session.runs()));
        // Read once: whoever has the account is the only one to settle scopes, and does so when all courses are
        // written.
        Set<Scope> settled = store.inTransaction(
                look.account(), session -> session.sightings().settled());
        List<Change> changes = new ArrayList<>();
        Map<Home, CourseWriter.Written> suspected = new TreeMap<>();
        for (Home home : visited(seen, homes)) {
            if (!stages.comesTo(home)) {
                break;
            }
            List<Observation> observations = seen.getOrDefault(home.source(), List.of());
            Map<String, Home> own = homes.computeIfAbsent(home.source(), source -> new HashMap<>());
            CourseWriter.Written written =
                    writer.write(new Visit(home, observations, own, look.run(), look.startedAt(), attempts, settled));
            written.changes().forEach(change -> own.put(change.item().key(), home));
            changes.addAll(written.changes());
            if (written.suspected().any()) {
                suspected.put(home, written);
            }
        }
        return new Written(changes, suspected, attempts.firstSeen());
    }

    /** Returns where each stored item belongs, by its source and its key. */
    private Map<String, Map<String, Home>> homes(String account) {
        return store.inTransaction(account, session -> session.items().places()).stream()
                .collect(Collectors.groupingBy(
                        place -> place.id().source(),
                        Collectors.toMap(place -> place.id().key(), ItemPlace::home)));
    }

    private static NavigableSet<Home> visited(
            Map<String, List<Observation>> seen, Map<String, Map<String, Home>> homes) {
        NavigableSet<Home> visited = new TreeSet<>();
        homes.values().forEach(own -> visited.addAll(own.values()));
        seen.forEach((source, observations) -> observations.stream()
                .flatMap(observation -> observation.sightings().stream())
                .map(sighting -> new Home(source, Objects.requireNonNullElse(sighting.course(), "")))
                .forEach(visited::add));
        return visited;
    }
}
