package dev.unitracker.spi;

import dev.unitracker.model.StoredWords;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
 * @param reached how far it got; null if it got to its end
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
        int kept,
        @Nullable Progress reached) {

    /** How a run ended. */
    public enum Outcome {
        /** All that was asked for was looked at. */
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

    /**
     * What an attempt wrote that broke off.
     *
     * @param home the last course of which it wrote something, or what belongs to none
     * @param absences where it counted absences
     * @param firstSeen the scopes that it saw for the first time, and completely
     */
    public record Progress(Home home, List<Home> absences, List<Scope> firstSeen) {

        /** Copies the lists. Null is refused. */
        public Progress {
            Objects.requireNonNull(home, "home");
            absences = List.copyOf(absences);
            firstSeen = List.copyOf(firstSeen);
        }

        /** Returns this progress with that of the next course. */
        public Progress then(Progress next) {
            return new Progress(next.home(), joined(absences, next.absences()), joined(firstSeen, next.firstSeen()));
        }

        private static <T> List<T> joined(List<T> some, List<T> others) {
            return Stream.concat(some.stream(), others.stream()).distinct().toList();
        }
    }

    /**
     * Copies the list. Only {@code reached} may be null.
     *
     * @throws IllegalArgumentException if it broke off and {@code reached} is null, or ended and {@code reached} is not
     */
    public Run {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(finishedAt, "finishedAt");
        Objects.requireNonNull(outcome, "outcome");
        parts = List.copyOf(parts);
        if ((outcome == Outcome.BROKEN_OFF) != (reached != null)) {
            throw new IllegalArgumentException("what broke off got somewhere, and nothing else did: " + name);
        }
    }

    /** Tells whether it got to its end. */
    public boolean ended() {
        return outcome != Outcome.BROKEN_OFF;
    }

    /** Tells whether it saw something of its source: a part, at least partly, or an answer that was kept. */
    public boolean sawSomething() {
        return kept > 0 || parts.stream().anyMatch(part -> part.level() != Completeness.Level.NOT_LOOKED);
    }

    /** Returns a line for each thing that was not looked at, for a log; programs ask the {@link #parts}. */
    public List<String> notLooked() {
        return parts.stream().flatMap(part -> part.lines().stream()).toList();
    }
}
