package dev.unitracker.brief;

import dev.unitracker.model.ItemId;
import dev.unitracker.model.StoredWords;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One question to a language model and what came of it. Immutable.
 *
 * @param number the job's number, which grows within the account; 0 before it is added
 * @param item what it was about
 * @param exchange what passed between the library and the model
 * @param status how far it got
 * @param error what went wrong; null if nothing did
 * @param startedAt when it began, in whole microseconds
 * @param finishedAt when it ended, in whole microseconds; null while it runs, and also after its process died
 */
public record ModelJob(
        long number,
        ItemId item,
        Exchange exchange,
        Status status,
        @Nullable String error,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    /**
     * What passed between the library and a model.
     *
     * @param model the model's name
     * @param prompt the latest question as it was sent; empty if nothing was asked yet
     * @param answer the latest answer as it came; null if none came
     * @param attempts how often it was asked
     */
    public record Exchange(
            String model, String prompt, @Nullable String answer, int attempts) {

        /** Only {@code answer} may be null. */
        public Exchange {
            Objects.requireNonNull(model, "model");
            Objects.requireNonNull(prompt, "prompt");
        }
    }

    /** How far a job got. */
    public enum Status {
        /** It began and did not end yet. It stays so if its process died. */
        RUNNING,

        /** The answer became a brief. */
        COMPLETED,

        /** The answer was of no use. */
        REJECTED,

        /** There was no answer. */
        FAILED;

        private static final StoredWords<Status> WORDS = StoredWords.of(Status.class, "status of a job");

        private final String key = StoredWords.word(this);

        /** Returns the stored name, for example {@code completed}. */
        public String key() {
            return key;
        }

        /**
         * Returns the status with the given stored name.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Status of(String key) {
            return WORDS.parse(key);
        }

        /** Returns the status that was stored under a name; {@link #FAILED} for one of a later version: it made no brief. */
        public static Status stored(String key) {
            return WORDS.find(key).orElse(FAILED);
        }
    }

    /** Only {@code error} and {@code finishedAt} may be null. */
    public ModelJob {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(exchange, "exchange");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(startedAt, "startedAt");
    }

    /** Returns a job that begins, without a number. */
    public static ModelJob begin(ItemId item, String model, Instant at) {
        return new ModelJob(0, item, new Exchange(model, "", null, 0), Status.RUNNING, null, at, null);
    }

    /** Returns this job with its number. */
    public ModelJob numbered(long jobNumber) {
        return new ModelJob(jobNumber, item, exchange, status, error, startedAt, finishedAt);
    }

    /** Returns this job with another question, and one attempt more. */
    public ModelJob asked(String prompt) {
        return with(new Exchange(model(), prompt, answer(), attempts() + 1));
    }

    /** Returns this job with the latest answer. */
    public ModelJob answered(String answer) {
        return with(new Exchange(model(), prompt(), answer, attempts()));
    }

    private ModelJob with(Exchange other) {
        return new ModelJob(number, item, other, status, error, startedAt, finishedAt);
    }

    /**
     * Returns this job at its end.
     *
     * @param how the status in which it ended
     * @param what what went wrong; null if nothing did
     * @param at when it ended
     */
    public ModelJob ended(Status how, @Nullable String what, Instant at) {
        return new ModelJob(number, item, exchange, how, what, startedAt, at);
    }

    /** Returns the model's name. */
    public String model() {
        return exchange.model();
    }

    /** Returns what was asked last, as it was sent; empty if nothing was. */
    public String prompt() {
        return exchange.prompt();
    }

    /** Returns what was answered last; null if nothing was. */
    public @Nullable String answer() {
        return exchange.answer();
    }

    /** Returns how often it was asked. */
    public int attempts() {
        return exchange.attempts();
    }

    /** Returns when it ended, or when it began if it did not. */
    public Instant lastSign() {
        return finishedAt == null ? startedAt : finishedAt;
    }
}
