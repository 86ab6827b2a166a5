package dev.unitracker.internal.look;

import dev.unitracker.internal.history.Readings;
import dev.unitracker.internal.history.RunName;
import dev.unitracker.internal.reconcile.Reconciler;
import dev.unitracker.internal.tell.Announcements;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.spi.Collector;
import dev.unitracker.spi.Completeness.Level;
import dev.unitracker.spi.NoteOwner;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Run;
import dev.unitracker.spi.Run.Outcome;
import dev.unitracker.spi.Run.Progress;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Store;
import dev.unitracker.spi.StoreSession;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes looks: lets the collectors see, works what they saw into the store course by course, and ends the run. */
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
     * A look that was made.
     *
     * @param items how many items there are now, removed ones left out
     */
    public record Made(Run run, Gathering gathering, LookWriter.Written written, int items) {}

    /**
     * Makes a look.
     *
     * @param name the names of the look and of this attempt at it
     * @param clock tells when it is over
     * @param atEnd what else is done in the transaction that ends the run
     */
    public Made make(LookInProgress look, RunName name, Supplier<Instant> clock, Consumer<StoreSession> atEnd) {
        Gathering gathering = gather(look);
        Attempt attempt = new Attempt(
                name.ofAttempt(),
                reached ->
                        run(look, name.ofAttempt(), clock.get(), Outcome.BROKEN_OFF, gathering.notLooked(), reached));
        LookWriter.Written written = write(look, gathering, attempt);
        Run run = ended(look, gathering, written, clock.get());
        int items = end(look, gathering, written, session -> {
            announcements.look(session, run, gathering.refused().map(Throwable::getMessage));
            Readings.note(session, run, gathering.sawSomething());
            attempt.ends(session, run);
            atEnd.accept(session);
            return active(session);
        });
        return new Made(run, gathering, written, items);
    }

    /**
     * Makes a look again, as far as it got.
     *
     * @param before the look as it was made, or the attempt at it
     */
    public void again(LookInProgress look, Run before, Stages stages) {
        Gathering gathering = gather(look);
        LookWriter.Written written = write(look, gathering, stages);
        if (before.ended()) {
            Run run = ended(look, gathering, written, before.finishedAt());
            end(look, gathering, written, session -> {
                Readings.note(session, run, gathering.sawSomething());
                session.runs().add(run);
                return run;
            });
        } else {
            store.inTransaction(look.account(), session -> {
                session.runs().add(before);
                return before;
            });
        }
    }

    private Gathering gather(LookInProgress look) {
        Gathering gathering = Gathering.from(collectors, look);
        look.checkRemembered();
        return gathering;
    }

    private LookWriter.Written write(LookInProgress look, Gathering gathering, Stages stages) {
        Reconciler reconciler = new Reconciler(look.account(), zone, look.removalsAccepted());
        return new LookWriter(store, look.account(), reconciler, announcements, stages)
                .write(gathering.observations(), look.run(), look.startedAt());
    }

    private <T> T end(LookInProgress look, Gathering gathering, LookWriter.Written written, Store.Work<T> atEnd) {
        return store.inTransaction(look.account(), session -> {
            session.sightings().settle(written.firstSeen());
            session.sightings().settle(settled(session, gathering.observations()));
            look.changedNotes().forEach((name, text) -> session.notes().put(NoteOwner.COLLECTORS, name, text));
            return atEnd.in(session);
        });
    }

    private static int active(StoreSession session) {
        return (int) session.items().places().stream()
                .filter(item -> item.status() == ItemStatus.ACTIVE)
                .count();
    }

    private Run ended(LookInProgress look, Gathering gathering, LookWriter.Written written, Instant at) {
        return run(look, look.run(), at, outcome(gathering, written), missed(gathering, written), null);
    }

    private Run run(
            LookInProgress look,
            String name,
            Instant at,
            Outcome outcome,
            List<String> notLooked,
            @Nullable Progress reached) {
        return new Run(
                name,
                look.full(),
                collectors.stream().map(Collector::name).toList(),
                look.removalsAccepted(),
                look.startedAt(),
                at,
                outcome,
                notLooked,
                look.requests(),
                look.answers(),
                reached);
    }

    /** What was held back was not looked at as far as anybody can tell. */
    private static List<String> missed(Gathering gathering, LookWriter.Written written) {
        return Stream.concat(gathering.notLooked().stream(), written.suspected().stream())
                .toList();
    }

    private static Outcome outcome(Gathering gathering, LookWriter.Written written) {
        if (gathering.refused().isPresent()) {
            return Outcome.LOGIN_REFUSED;
        }
        boolean all = gathering.notLooked().isEmpty() && written.suspected().isEmpty();
        return all ? Outcome.COMPLETE : Outcome.PARTIAL;
    }

    /** A first look is over once all was seen; where that never happens, the second part-look ends it. */
    private static Collection<Scope> settled(StoreSession session, List<Observation> observations) {
        Set<Scope> already = session.sightings().settled();
        List<Scope> settled = new ArrayList<>();
        for (Observation observation : observations) {
            Scope scope = observation.scope();
            if (already.contains(scope) || observation.completeness().level() == Level.NOT_LOOKED) {
                continue;
            }
            String note = "seen partly/" + scope;
            if (observation.completeness().complete()
                    || session.notes().get(NoteOwner.CORE, note).isPresent()) {
                settled.add(scope);
            } else {
                session.notes().put(NoteOwner.CORE, note, "once");
            }
        }
        return settled;
    }
}
