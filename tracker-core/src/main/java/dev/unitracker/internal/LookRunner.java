package dev.unitracker.internal;

import dev.unitracker.spi.Collector;
import dev.unitracker.spi.Completeness.Level;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Run;
import dev.unitracker.spi.Run.Outcome;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Store;
import dev.unitracker.spi.StoreSession;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

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

    /** A look that was made. */
    public record Made(Run run, Gathering gathering, LookWriter.Written written) {}

    /**
     * Makes a look.
     *
     * @param clock tells when it is over
     * @param atEnd what else is done in the transaction that ends the run
     */
    public Made make(LookInProgress look, Supplier<Instant> clock, Consumer<StoreSession> atEnd) {
        Gathering gathering = Gathering.from(collectors, look);
        Reconciler reconciler = new Reconciler(look.account(), zone, look.removalsAccepted());
        LookWriter.Written written = new LookWriter(store, look.account(), reconciler, announcements)
                .write(gathering.observations(), look.run(), look.startedAt());
        Run run = new Run(
                look.run(),
                look.full(),
                collectors.stream().map(Collector::name).toList(),
                look.removalsAccepted(),
                look.startedAt(),
                clock.get(),
                outcome(gathering, written),
                missed(gathering, written),
                look.requests(),
                look.answers());
        store.inTransaction(look.account(), session -> {
            session.sightings().settle(settled(session, gathering.observations()));
            look.changedNotes().forEach(session.notes()::put);
            announcements.look(session, run, session.runs().latest(1));
            session.runs().add(run);
            atEnd.accept(session);
            return run;
        });
        return new Made(run, gathering, written);
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
        Map<String, String> notes = session.notes().all();
        List<Scope> settled = new ArrayList<>();
        for (Observation observation : observations) {
            Scope scope = observation.scope();
            if (already.contains(scope) || observation.completeness().level() == Level.NOT_LOOKED) {
                continue;
            }
            String note = "seen partly/" + scope;
            if (observation.completeness().complete() || notes.containsKey(note)) {
                settled.add(scope);
            } else {
                session.notes().put(note, "once");
            }
        }
        return settled;
    }
}
