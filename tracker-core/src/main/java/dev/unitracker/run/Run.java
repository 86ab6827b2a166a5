package dev.unitracker.run;

import dev.unitracker.model.StoredWords;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One look as it is stored: one that ended, or one that broke off. Immutable.
 *
 * @param name the run's name, unique within the account; names of later looks sort after those of earlier ones
 * @param full whether everything was to be read, also what seemed not to have changed
 * @param removalsAccepted whether it could remove more than half of the items of a course at once
 * @param startedAt when it began
 * @param finishedAt when it ended; if it broke off, when it wrote last
 * @param outcome how it ended
 * @param parts what came of each part that was looked at, in the order of the collectors and their parts
 * @param requests how many requests to sources its collectors counted
 * @param kept how many answers were kept verbatim; pruning does not change the number
 */
public record Run(
        String name,
        boolean full,
        boolean removalsAccepted,
        Instant startedAt,
        Instant finishedAt,
        Outcome outcome,
        List<PartOutcome> parts,
        int requests,
        int kept) {

    /** How a run ended. */
    public enum Outcome {
        /** All that was asked for was looked at. */
        COMPLETE,

        /** Something was not looked at. */
        PARTIAL,

        /** A source refused the login. */
        LOGIN_REFUSED,

        /**
         * It wrote some courses and then broke off, or it is still going on. If it broke off, the next look is made in
         * its place. It is stored only so that a replay can make it again as far as it got.
         */
        BROKEN_OFF;

        private static final StoredWords<Outcome> WORDS = StoredWords.of(Outcome.class, "outcome of a run");

        private final String key = StoredWords.word(this);

        /** Returns the stored name, for example {@code login_refused}. */
        public String key() {
            return key;
        }

        /** Returns the outcome that was stored under a name; {@link #PARTIAL} for a name of a later version. */
        public static Outcome stored(String key) {
            return WORDS.find(key).orElse(PARTIAL);
        }
    }

    /** Copies the list. Null is refused. */
    public Run {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(finishedAt, "finishedAt");
        Objects.requireNonNull(outcome, "outcome");
        parts = List.copyOf(parts);
    }

    /** Tells whether it ended, rather than broke off. */
    public boolean ended() {
        return outcome != Outcome.BROKEN_OFF;
    }

    /** Tells whether it read anything: it saw some part at least partly, or kept an answer. */
    public boolean sawSomething() {
        return kept > 0 || parts.stream().anyMatch(part -> part.level() != Level.NOT_LOOKED);
    }

    /**
     * Returns a line for each thing that was not seen, for a log; empty if all was seen. Programs use the
     * {@link #parts}.
     */
    public List<String> notLooked() {
        return parts.stream().flatMap(part -> part.lines().stream()).toList();
    }
}
