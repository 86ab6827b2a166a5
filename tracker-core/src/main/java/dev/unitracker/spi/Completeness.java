package dev.unitracker.spi;

import dev.unitracker.run.Level;
import dev.unitracker.run.Missed;
import java.util.List;
import java.util.Objects;

/**
 * How much of a scope was seen. Something is taken as removed only if it is missing from what was seen {@linkplain
 * Level#COMPLETE completely}. Immutable.
 *
 * <p>A collector makes one by {@link #COMPLETE}, {@link #witnessed}, {@link #doubted}, {@link #partial(Missed)} or
 * {@link #notLooked}.
 *
 * @param level how much
 * @param missed what was not seen and why; empty if and only if all was seen
 * @param witness whether something else than the answer itself proves that there is no more
 * @param witnessName the name of what proves it; empty if and only if the witness is not {@link Witness#NAMED}
 */
public record Completeness(Level level, List<Missed> missed, Witness witness, String witnessName) {

    /** Whether something else than the answer itself proves that there is no more than was seen. */
    public enum Witness {
        /** Nothing else proves it. This is enough if something was seen. */
        NONE,

        /**
         * Something else proves it: the source's own count, or another answer. This is enough even if nothing was seen.
         */
        NAMED,

        /** Nothing else proves it, and the answer shows so much less than before that it is not believed at once. */
        DOUBTED
    }

    /**
     * All of it was seen. If nothing was seen where there was something, this is not believed at once: it counts as
     * {@link Level#PARTIAL} until the third such look, and for at least 24 hours after the first. If something else
     * proves that the scope is empty, use {@link #witnessed}.
     */
    public static final Completeness COMPLETE = new Completeness(Level.COMPLETE, List.of(), Witness.NONE, "");

    /**
     * Copies the list. Null is refused.
     *
     * @throws IllegalArgumentException if something was missed of what is complete, or nothing of what is not; if a
     *     witness has no name, or a name stands without a witness; if the witness is {@link Witness#NAMED} and the
     *     level not {@link Level#COMPLETE}, or {@link Witness#DOUBTED} and not {@link Level#PARTIAL}
     */
    public Completeness {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(witness, "witness");
        Objects.requireNonNull(witnessName, "witnessName");
        missed = List.copyOf(missed);
        if ((level == Level.COMPLETE) != missed.isEmpty()) {
            throw new IllegalArgumentException("what was seen completely missed nothing, and nothing else: " + missed);
        }
        if ((witness == Witness.NAMED) == witnessName.isBlank()) {
            throw new IllegalArgumentException("a witness has a name, and nothing else has: '" + witnessName + "'");
        }
        boolean fits = switch (witness) {
            case NONE -> true;
            case NAMED -> level == Level.COMPLETE;
            case DOUBTED -> level == Level.PARTIAL;
        };
        if (!fits) {
            throw new IllegalArgumentException(level + " cannot be " + witness);
        }
    }

    /**
     * All of it was seen, and something else proves it: the source's own count, or another answer. It is believed at
     * once, even if nothing was seen.
     *
     * @param witness the name of what proves it, not blank
     * @throws IllegalArgumentException if the name is blank
     */
    public static Completeness witnessed(String witness) {
        return new Completeness(Level.COMPLETE, List.of(), Witness.NAMED, witness);
    }

    /**
     * The source says that this is all, but it shows much less than before, so it is not believed at once. It counts as
     * {@link Level#PARTIAL} until the third such look, and for at least 24 hours after the first; then it counts as
     * complete. If nothing that was there before is missing, it counts as complete at once. The collector may state
     * sightings of earlier looks again.
     *
     * @param reason what seems to be missing; the report says it, so use the same words each time
     */
    public static Completeness doubted(Missed reason) {
        return new Completeness(Level.PARTIAL, List.of(reason), Witness.DOUBTED, "");
    }

    /** Some of it was seen; what was not seen may still be there. */
    public static Completeness partial(Missed reason) {
        return new Completeness(Level.PARTIAL, List.of(reason), Witness.NONE, "");
    }

    /** Some of it was seen, for a reason that only words tell; what was not seen may still be there. */
    public static Completeness partial(String reason) {
        return partial(Missed.of(Missed.Code.OTHER, reason));
    }

    /** Nothing of it was seen. */
    public static Completeness notLooked(Missed reason) {
        return new Completeness(Level.NOT_LOOKED, List.of(reason), Witness.NONE, "");
    }

    /** Tells whether all was seen. */
    public boolean complete() {
        return level == Level.COMPLETE;
    }
}
