package dev.unitracker.spi;

import java.util.List;
import java.util.Objects;

/**
 * How much of a scope was seen. Absent is not unseen: only {@link Level#COMPLETE} can show that something is gone.
 *
 * <p>A collector makes one by {@link #COMPLETE}, {@link #witnessed}, {@link #doubted}, {@link #partial(Missed)} or
 * {@link #notLooked}.
 *
 * @param level how much
 * @param missed what was not seen and why; empty if and only if all was seen
 * @param witness whether something else tells that no more is there than was seen
 * @param witnessName what tells so; empty if and only if the witness is not {@link Witness#NAMED}
 */
public record Completeness(Level level, List<Missed> missed, Witness witness, String witnessName) {

    /** How much was seen. */
    public enum Level {
        /** All of it was seen. */
        COMPLETE,

        /** Some of it was seen. What was not seen may still be there. */
        PARTIAL,

        /** Nothing of it was seen. */
        NOT_LOOKED
    }

    /** Whether something else than the answer itself tells that no more is there than was seen. */
    public enum Witness {
        /** Nothing else tells. This is enough as long as something was seen. */
        NONE,

        /** Something else tells: the source's own count, or another answer. It counts even if nothing was seen. */
        NAMED,

        /** Nothing else tells, and the answer shows so much less than before that it is not believed at once. */
        DOUBTED
    }

    /**
     * All of it was seen. If that is nothing where there was something, it is held: it is believed at the third such look, and
     * not before 24 hours after the first. Where something else tells that it is empty, say so by {@link #witnessed}.
     */
    public static final Completeness COMPLETE = new Completeness(Level.COMPLETE, List.of(), Witness.NONE, "");

    /**
     * Copies the list. Null is refused.
     *
     * @throws IllegalArgumentException if something was missed of what is complete, or nothing of what is not; if a
     *     witness has no name, or a name stands without a witness; if the witness is {@link Witness#NAMED} and the level
     *     not {@link Level#COMPLETE}, or {@link Witness#DOUBTED} and not {@link Level#PARTIAL}
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
     * All of it was seen, and something else tells so even if that is nothing: the source's own count, another answer.
     *
     * @param witness the name of what tells so, not blank
     */
    public static Completeness witnessed(String witness) {
        return new Completeness(Level.COMPLETE, List.of(), Witness.NAMED, witness);
    }

    /**
     * The source says that this is all, but it shows so little of what was there that it is not believed at once. It is held as
     * if only some was seen; it is believed at the third such look, and not before 24 hours after the first. If nothing that
     * was there is missing, it counts as complete. What is handed over may have been seen before only, and be stated again.
     *
     * @param reason what seems to be missing; said in the report as long as it is held, so in the same words each time
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
