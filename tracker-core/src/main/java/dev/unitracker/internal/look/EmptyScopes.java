package dev.unitracker.internal.look;

import dev.unitracker.spi.Completeness;
import dev.unitracker.spi.Missed;
import dev.unitracker.spi.Missed.Code;
import dev.unitracker.spi.NoteOwner;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is made of a scope in which nothing was seen where there was something, and nothing else tells that it is empty. It
 * is held, and believed at the third complete look, but not before a day went by: a source that is out of order for an
 * afternoon takes nothing away.
 */
final class EmptyScopes {

    /** The beginning of the names of the notes that tell how often, and since when, a scope was seen empty. */
    private static final String NOTE = "empty/";

    private static final int LOOKS = 3;
    private static final Duration TIME = Duration.ofHours(24);

    private final OngoingLook look;

    EmptyScopes(OngoingLook look) {
        this.look = look;
    }

    /** Returns an observation as it counts. */
    Observation judged(Observation observation) {
        if (!observation.completeness().complete()) {
            return observation;
        }
        String note = NOTE + observation.scope();
        String before = look.notes(NoteOwner.CORE).getOrDefault(note, "");
        if (!isInDoubt(observation)) {
            if (!before.isEmpty()) {
                look.note(NoteOwner.CORE, note, "");
            }
            return observation;
        }
        Times times = Times.of(before, look.startedAt()).again();
        boolean believed = times.number() >= LOOKS
                && !look.startedAt().isBefore(times.since().plus(TIME));
        look.note(NoteOwner.CORE, note, believed ? "" : times.toString());
        return observation.with(believed ? Completeness.PROVEN_EMPTY : held(observation.scope(), times));
    }

    /** Tells whether nothing was seen, though there was something, and nothing bears witness to it. */
    private boolean isInDoubt(Observation observation) {
        Completeness completeness = observation.completeness();
        boolean nothing = completeness.equals(Completeness.SAW_NOTHING)
                || (completeness.witness().isEmpty() && observation.sightings().isEmpty());
        return nothing && hadMore(observation);
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

    private static Completeness held(Scope scope, Times times) {
        return Completeness.partial(new Missed(
                Code.NOT_WITNESSED,
                scope.key(),
                "nothing came where there was something, for the " + times.ordinal()
                        + " time; nothing is taken as removed yet"));
    }

    /**
     * How often a scope was seen empty.
     *
     * @param since when it was for the first time
     */
    private record Times(int number, Instant since) {

        static Times of(String note, Instant now) {
            int space = note.indexOf(' ');
            return space < 0
                    ? new Times(0, now)
                    : new Times(Integer.parseInt(note.substring(0, space)), Instant.parse(note.substring(space + 1)));
        }

        Times again() {
            return new Times(number + 1, since);
        }

        String ordinal() {
            return number == 1 ? "first" : number == 2 ? "second" : number + "th";
        }

        @Override
        public String toString() {
            return number + " " + since;
        }
    }
}
