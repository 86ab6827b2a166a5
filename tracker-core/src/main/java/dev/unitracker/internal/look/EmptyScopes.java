package dev.unitracker.internal.look;

import dev.unitracker.run.Missed;
import dev.unitracker.run.Missed.Code;
import dev.unitracker.spi.Completeness;
import dev.unitracker.spi.Completeness.Witness;
import dev.unitracker.spi.Doubt;
import dev.unitracker.spi.NoteOwner;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is made of a scope in which nothing was seen where there was something, and nothing else tells that it is empty; or
 * of which its collector {@linkplain Completeness#doubted doubts} what it saw. It is held, and believed at the third such
 * look, but not before a day went by: a source that is out of order for an afternoon takes nothing away.
 */
final class EmptyScopes {

    /** The beginning of the names of the notes that tell how often, and since when, a scope was seen empty. */
    private static final String NOTE = "empty/";

    private final OngoingLook look;
    private final Set<Scope> believed = new HashSet<>();

    EmptyScopes(OngoingLook look) {
        this.look = look;
    }

    /** Returns an observation as it counts. */
    Observation judged(Observation observation) {
        boolean doubted = observation.completeness().witness() == Witness.DOUBTED;
        if (!observation.completeness().complete() && !doubted) {
            return observation;
        }
        String note = NOTE + observation.scope();
        String before = look.notes(NoteOwner.CORE).getOrDefault(note, "");
        if (!isInDoubt(observation)) {
            if (!before.isEmpty()) {
                look.note(NoteOwner.CORE, note, "");
            }
            return doubted ? observation.with(Completeness.COMPLETE) : observation;
        }
        Doubt doubt = Doubt.of(before, look.startedAt()).again();
        // Kept until something else is seen there: what is believed may still be held back for another reason.
        look.note(NoteOwner.CORE, note, doubt.toString());
        if (doubt.isOver(look.startedAt())) {
            believed.add(observation.scope());
            return observation.with(Completeness.COMPLETE);
        }
        return doubted ? observation : observation.with(held(observation.scope()));
    }

    /** Returns the scopes of which it was said often enough, over a day, that no more is there; no further look is needed. */
    Set<Scope> believed() {
        return Set.copyOf(believed);
    }

    /** Tells whether something is missing that was there, and nobody bears witness that it is gone. */
    private boolean isInDoubt(Observation observation) {
        return isDoubtful(observation) && hadMore(observation);
    }

    private static boolean isDoubtful(Observation observation) {
        return switch (observation.completeness().witness()) {
            case NONE -> observation.sightings().isEmpty();
            case NAMED -> false;
            case DOUBTED -> true;
        };
    }

    private boolean hadMore(Observation observation) {
        Scope scope = observation.scope();
        Set<String> restated =
                observation.sightings().stream().map(Sighting::key).collect(Collectors.toSet());
        return look.recall(scope.toString(), Set.of(scope.part())).stream()
                .filter(known -> known.scope().equals(scope) && !known.gone())
                .map(Remembered::sighting)
                .anyMatch(sighting -> !restated.contains(sighting.key()));
    }

    // The words are the same each time, or every look would miss something else than the last one.
    private static Completeness held(Scope scope) {
        return Completeness.partial(
                new Missed(
                        Code.NOT_WITNESSED,
                        scope.key(),
                        "nothing came where there was something; nothing is taken as removed before the third look that says so, and not before a day went by"));
    }
}
