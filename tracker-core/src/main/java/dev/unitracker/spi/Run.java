package dev.unitracker.spi;

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
 * @param collectors the names of the collectors that took part, in their order; empty if that is not known
 * @param removalsAccepted whether it was believed that more than half of a course vanished at once
 * @param startedAt when it began
 * @param finishedAt when it ended, or wrote last
 * @param outcome how it ended
 * @param notLooked what was not looked at, a line each; empty if all was
 * @param requests how many requests were made
 * @param answers what was asked and what came, in the order in which it came; empty again once it is pruned
 * @param reached how far it got; null if it got to its end
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
        List<Answer> answers,
        @Nullable Progress reached) {

    /** How a run ended. */
    public enum Outcome {
        COMPLETE,
        /** Something was not looked at. */
        PARTIAL,
        /** The source refused the login. */
        LOGIN_REFUSED,
        /**
         * It wrote some courses and did not get to its end, unless it goes on at this moment. The next look is made in its
         * place. It counts for nothing else, and is kept so that a replay can make it again as far as it got.
         */
        BROKEN_OFF
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

    /**
     * What an attempt wrote that broke off.
     *
     * @param course the key of the last course of which it wrote something; empty for what belongs to no course
     * @param absences the courses from which it counted absences
     * @param firstSeen the scopes that it saw for the first time, and completely
     */
    public record Progress(String course, List<String> absences, List<Scope> firstSeen) {

        public Progress {
            Objects.requireNonNull(course, "course");
            absences = List.copyOf(absences);
            firstSeen = List.copyOf(firstSeen);
        }

        /** Returns this progress with that of the next course. */
        public Progress then(Progress next) {
            return new Progress(next.course(), joined(absences, next.absences()), joined(firstSeen, next.firstSeen()));
        }

        private static <T> List<T> joined(List<T> some, List<T> others) {
            return Stream.concat(some.stream(), others.stream()).distinct().toList();
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
        if ((outcome == Outcome.BROKEN_OFF) != (reached != null)) {
            throw new IllegalArgumentException("what broke off got somewhere, and nothing else did: " + name);
        }
    }

    /** A run that got to its end. */
    public Run(
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
        this(
                name,
                full,
                collectors,
                removalsAccepted,
                startedAt,
                finishedAt,
                outcome,
                notLooked,
                requests,
                answers,
                null);
    }

    /** Tells whether it got to its end. */
    public boolean ended() {
        return outcome != Outcome.BROKEN_OFF;
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
                List.of(),
                reached);
    }
}
