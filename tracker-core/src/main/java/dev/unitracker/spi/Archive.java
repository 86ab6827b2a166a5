package dev.unitracker.spi;

import java.io.IOException;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Asks a source and keeps its answers. In a look it asks the source; in a replay it returns the answers that were kept,
 * and asks nothing. So a collector that asks only through its archive can be replayed without a line of its own. If a
 * look makes the same request several times, a replay returns the answers in the same order. Safe for use by several
 * threads.
 */
public interface Archive {

    /**
     * Asks the source one thing, or returns what it answered then.
     *
     * @param request what is asked, in a few words without secrets; a replay finds the answer by it
     * @param question asks the source; not called in a replay
     * @return the answer, kept
     * @throws dev.unitracker.error.SourceUnavailableException if the question throws it, in a replay too. An
     *     {@link IOException} of the question becomes one, without its message, which might show a secret
     * @throws dev.unitracker.error.LoginRefusedException if the question throws it, in a replay too
     */
    Kept ask(String request, Question question);

    /**
     * Asks the source several things together, or returns what it answered then. Answers that came before an exception
     * are kept.
     *
     * @param <Q> what the caller calls a request by
     * @param requests the requests, in order, each by what the caller calls it
     * @param questions asks the source, and hands over each answer once, when it comes; not called in a replay
     * @return an answer to each request
     * @throws dev.unitracker.error.SourceUnavailableException if the questions throw it or leave a request without an
     *     answer
     * @throws dev.unitracker.error.LoginRefusedException if the questions throw it
     */
    <Q> Map<Q, Kept> askTogether(Map<Q, String> requests, Questions<Q> questions);

    /** Asks a source one thing. */
    @FunctionalInterface
    interface Question {

        /**
         * Asks the source and waits for its answer.
         *
         * @return what the source answered, or words in place of an answer
         * @throws IOException if the source cannot be reached
         */
        Answer answer() throws IOException;
    }

    /**
     * Asks a source several things.
     *
     * @param <Q> what the caller calls a request by
     */
    @FunctionalInterface
    interface Questions<Q> {

        /**
         * Asks the source and hands over one answer to each request, when it comes.
         *
         * @param answers takes an answer, with what the caller calls its request
         */
        void ask(BiConsumer<Q, Answer> answers);
    }
}
