package dev.unitracker.spi;

import dev.unitracker.model.StoredWords;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
 * @param reached what it wrote before it broke off; null if it ended
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

    /**
     * What a look wrote before it broke off. Immutable.
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

    /** Tells whether it ended, rather than broke off. */
    public boolean ended() {
        return outcome != Outcome.BROKEN_OFF;
    }

    /** Tells whether it read anything: it saw some part at least partly, or kept an answer. */
    public boolean sawSomething() {
        return kept > 0 || parts.stream().anyMatch(part -> part.level() != Completeness.Level.NOT_LOOKED);
    }

    /**
     * Returns a line for each thing that was not seen, for a log; empty if all was seen. Programs use the
     * {@link #parts}.
     */
    public List<String> notLooked() {
        return parts.stream().flatMap(part -> part.lines().stream()).toList();
    }
}
