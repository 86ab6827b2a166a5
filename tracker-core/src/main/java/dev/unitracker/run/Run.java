package dev.unitracker.run;

import dev.unitracker.model.StoredWords;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One look that was made, or an attempt at one that broke off.
 *
 * @param name the run's name, unique within the account; names of later looks sort after those of earlier ones
 * @param full whether everything was read
 * @param removalsAccepted whether it was believed that more than half of a course vanished at once
 * @param startedAt when it began
 * @param finishedAt when it ended, or wrote last
 * @param outcome how it ended
 * @param parts what came of each part that was looked at, in the order of the collectors and their parts
 * @param requests how many requests were made
 * @param kept how many answers were kept verbatim, also if they are pruned by now
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
        COMPLETE,
        /** Something was not looked at. */
        PARTIAL,
        /** A source refused the login. */
        LOGIN_REFUSED,
        /**
         * It wrote some courses and did not get to its end, unless it goes on at this moment. The next look is made in its
         * place. It counts for nothing else, and is kept so that a replay can make it again as far as it got.
         */
        BROKEN_OFF;

        private static final StoredWords<Outcome> WORDS = StoredWords.of(Outcome.class, "outcome of a run");

        private final String key = StoredWords.word(this);

        /** Returns the stored name, for example {@code login_refused}. */
        public String key() {
            return key;
        }

        /** Returns the outcome that was stored under a name; {@link #PARTIAL} for one of a later version. */
        public static Outcome stored(String key) {
            return WORDS.find(key).orElse(PARTIAL);
        }
    }

    public Run {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(finishedAt, "finishedAt");
        Objects.requireNonNull(outcome, "outcome");
        parts = List.copyOf(parts);
    }

    /** Tells whether it got to its end. */
    public boolean ended() {
        return outcome != Outcome.BROKEN_OFF;
    }

    /** Tells whether it saw something of its source: a part, at least partly, or an answer that was kept. */
    public boolean sawSomething() {
        return kept > 0 || parts.stream().anyMatch(part -> part.level() != Level.NOT_LOOKED);
    }

    /** Returns a line for each thing that was not looked at, for a log; programs ask the {@link #parts}. */
    public List<String> notLooked() {
        return parts.stream().flatMap(part -> part.lines().stream()).toList();
    }
}
