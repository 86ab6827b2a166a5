package dev.unitracker.spi;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One look that was made.
 *
 * @param name the run's name, unique within the account; names of later runs sort after those of earlier ones
 * @param full whether everything was read
 * @param collectors the names of the collectors that took part, in their order; empty if that is not known
 * @param removalsAccepted whether it was believed that more than half of a course vanished at once
 * @param startedAt when it began
 * @param finishedAt when it ended
 * @param outcome how it ended
 * @param notLooked what was not looked at, a line each; empty if all was
 * @param requests how many requests were made
 * @param answers what was asked and what came, in the order in which it came; empty again once it is pruned
 */
public record Run(
        String name,
        boolean full,
        List<String> collectors,
        boolean removalsAccepted,
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
     * What came in answer to a request.
     *
     * @param request what was asked, without secrets
     * @param mediaType the answer's media type; empty if only words came
     * @param artifact the SHA-256 of the answer that is kept, in lower-case hex; null if only words came
     * @param words what came in place of an answer; null if an answer came
     */
    public record Answer(
            String request,
            String mediaType,
            @Nullable String artifact,
            @Nullable String words) {

        public Answer {
            Objects.requireNonNull(request, "request");
            Objects.requireNonNull(mediaType, "mediaType");
        }

        /** Returns an answer that is kept. */
        public static Answer kept(String request, String mediaType, String artifact) {
            return new Answer(request, mediaType, artifact, null);
        }

        /** Returns the words that came in place of an answer. */
        public static Answer said(String request, String words) {
            return new Answer(request, "", null, words);
        }
    }

    public Run {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(finishedAt, "finishedAt");
        Objects.requireNonNull(outcome, "outcome");
        collectors = List.copyOf(collectors);
        notLooked = List.copyOf(notLooked);
        answers = List.copyOf(answers);
    }

    /** Returns this run as it is once its answers are pruned. */
    public Run withoutAnswers() {
        return new Run(
                name,
                full,
                collectors,
                removalsAccepted,
                startedAt,
                finishedAt,
                outcome,
                notLooked,
                requests,
                List.of());
    }
}
