package dev.unitracker.spi;

import java.io.IOException;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Where the answers of a source are kept. In a look at the source it asks and keeps; in a replay it answers from what was
 * kept, and asks nothing: a collector that asks only here replays without a line of its own. Where the same request is
 * made more than once in a look, a replay gives the answers in their order. Safe for use by several threads.
 */
public interface Archive {

    /**
     * Asks the source, or answers as it did.
     *
     * @param request what is asked, in a few words without secrets; the look's answers are told apart by it
     * @param question asks the source; not called in a replay
     * @return the answer, kept
     * @throws dev.unitracker.error.SourceUnavailableException what the question throws comes out, and comes out of a replay as
     *     well; so does an {@link IOException}, in words that show nothing of the source's address
     * @throws dev.unitracker.error.LoginRefusedException if the question throws it, in a replay as well
     */
    Kept ask(String request, Question question);

    /**
     * Asks the source several things together, or answers as it did. What came before an exception is kept.
     *
     * @param requests the requests by what the caller calls each of them, in order
     * @param questions asks the source, and hands over each answer once, when it comes; not called in a replay
     * @return an answer to each
     * @throws dev.unitracker.error.SourceUnavailableException if the questions throw it or leave a request without an answer
     * @throws dev.unitracker.error.LoginRefusedException if the questions throw it
     */
    <Q> Map<Q, Kept> askTogether(Map<Q, String> requests, Questions<Q> questions);

    /** Asks a source one thing. */
    @FunctionalInterface
    interface Question {

        /** Returns what the source answered, or words in place of an answer. */
        Answer answer() throws IOException;
    }

    /**
     * Asks a source several things.
     *
     * @param <Q> what the asker calls a request
     */
    @FunctionalInterface
    interface Questions<Q> {

        /** Hands over an answer to each request, as it comes. */
        void ask(BiConsumer<Q, Answer> answers);
    }
}
