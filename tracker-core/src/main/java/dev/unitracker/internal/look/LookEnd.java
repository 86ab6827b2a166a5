package dev.unitracker.internal.look;

import dev.unitracker.model.ItemStatus;
import dev.unitracker.run.Level;
import dev.unitracker.run.Missed;
import dev.unitracker.run.PartOutcome;
import dev.unitracker.run.Run;
import dev.unitracker.run.Run.Outcome;
import dev.unitracker.spi.Home;
import dev.unitracker.spi.NoteOwner;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Progress;
import dev.unitracker.spi.RunAnswers;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.StoreSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The end of a look: its run, and what its first sight of a scope means for those to come. */
final class LookEnd {

    private final OngoingLook look;
    private final Gathering gathering;

    LookEnd(OngoingLook look, Gathering gathering) {
        this.look = look;
        this.gathering = gathering;
    }

    /** Returns the run of a look that got to its end. */
    RunAnswers run(LookRunner.Written written, Instant at) {
        List<PartOutcome> parts = new ArrayList<>(gathering.outcomes());
        written.suspected()
                .forEach((home, held) -> parts.replaceAll(part -> {
                    boolean suspicious = held.suspected().parts().contains(part.part());
                    return suspicious ? part.missing(vanished(home, held)) : part;
                }));
        return run(look.run(), at, outcome(parts), parts, null);
    }

    /** Returns the run of an attempt that got so far and no further. */
    RunAnswers brokenOff(String name, Instant at, Progress reached) {
        return run(name, at, Outcome.BROKEN_OFF, gathering.outcomes(), reached);
    }

    private RunAnswers run(
            String name, Instant at, Outcome outcome, List<PartOutcome> parts, @Nullable Progress reached) {
        Run run = new Run(
                name,
                look.full(),
                look.removalsAccepted(),
                look.startedAt(),
                at,
                outcome,
                parts,
                look.requests(),
                look.kept());
        return new RunAnswers(run, new TreeMap<>(look.answers()), reached);
    }

    /** What was held back was not looked at as far as anybody can tell. */
    private static Missed vanished(Home home, CourseWriter.Written held) {
        String how = " items vanished at once; held back as suspicious, nothing was removed. If it is true, look again"
                + " accepting removals";
        return new Missed(
                Missed.Code.VANISHED,
                home.hasNoCourse() ? "no course" : home.course(),
                held.suspected().items().size() + how,
                held.title(),
                home.course());
    }

    private Outcome outcome(List<PartOutcome> parts) {
        if (gathering.refused().isPresent()) {
            return Outcome.LOGIN_REFUSED;
        }
        return parts.stream().allMatch(PartOutcome::complete) ? Outcome.COMPLETE : Outcome.PARTIAL;
    }

    /** Writes what the looks to come have to know, in the transaction that ends the run. */
    void settle(StoreSession session, LookRunner.Written written) {
        session.sightings().settle(written.firstSeen());
        session.sightings().settle(settled(session, gathering.observations()));
        look.writeNotes(session.notes());
    }

    static int active(StoreSession session) {
        return (int) session.items().places().stream()
                .filter(item -> item.status() == ItemStatus.ACTIVE)
                .count();
    }

    /** A first look is over once all was seen; where that never happens, the second part-look ends it. */
    private static Collection<Scope> settled(StoreSession session, List<Observation> observations) {
        Set<Scope> already = session.sightings().settled();
        Map<String, String> notes = session.notes().all(NoteOwner.CORE);
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
                session.notes().put(NoteOwner.CORE, note, "once");
            }
        }
        return settled;
    }
}
