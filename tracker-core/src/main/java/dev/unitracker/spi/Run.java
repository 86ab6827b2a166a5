package dev.unitracker.spi;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One look that was made.
 *
 * @param name the run's name, unique within the account; names of later runs sort after those of earlier ones
 * @param full whether everything was read
 * @param startedAt when it began
 * @param finishedAt when it ended
 * @param outcome how it ended
 * @param notLooked what was not looked at, a line each; empty if all was
 * @param requests how many requests were made
 * @param answers what was asked and the SHA-256 of the answer that is kept, in the order in which they came
 */
public record Run(
        String name,
        boolean full,
        Instant startedAt,
        Instant finishedAt,
        Outcome outcome,
        List<String> notLooked,
        int requests,
        List<Answer> answers) {

    /** How a run ended. */
    public enum Outcome {
        COMPLETE,
        /** Something was not looked at. */
        PARTIAL,
        /** The source refused the login. */
        LOGIN_REFUSED
    }

    /**
     * An answer that is kept.
     *
     * @param request what was asked, without secrets
     * @param artifact the SHA-256 of the answer, in lower-case hex
     */
    public record Answer(String request, String artifact) {}

    public Run {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(finishedAt, "finishedAt");
        Objects.requireNonNull(outcome, "outcome");
        notLooked = List.copyOf(notLooked);
        answers = List.copyOf(answers);
    }
}
