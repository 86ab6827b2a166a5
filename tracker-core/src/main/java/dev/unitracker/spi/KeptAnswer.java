package dev.unitracker.spi;

import dev.unitracker.model.StorableText;
import org.jspecify.annotations.Nullable;

/**
 * What came in answer to one request of a look, as it is stored with the run. Immutable.
 *
 * @param request what was asked, without secrets
 * @param mediaType the answer's media type; empty if only words came
 * @param artifact the SHA-256 of the answer that is kept, in lower-case hex; null if only words came
 * @param words what came in place of an answer; null if an answer came
 * @param failure what kind of failure the words tell of; null if they were the answer
 */
public record KeptAnswer(
        String request,
        String mediaType,
        @Nullable String artifact,
        @Nullable String words,
        @Nullable Failure failure) {

    /** How a request failed. */
    public enum Failure {
        /** The source could not be read. */
        UNAVAILABLE,

        /** The source refused the login. */
        LOGIN_REFUSED
    }

    /**
     * Makes the texts {@linkplain StorableText storable}, and checks that an answer or words came.
     *
     * @throws IllegalArgumentException if both came, or neither
     */
    public KeptAnswer {
        request = StorableText.of(request);
        mediaType = StorableText.of(mediaType);
        words = words == null ? null : StorableText.of(words);
        if ((artifact == null) == (words == null)) {
            throw new IllegalArgumentException("either an answer came or words: " + request);
        }
    }

    /** Returns an answer whose bytes are kept under a hash. */
    public static KeptAnswer kept(String request, String mediaType, String artifact) {
        return new KeptAnswer(request, mediaType, artifact, null, null);
    }

    /** Returns words that came in place of an answer, and are no failure. */
    public static KeptAnswer said(String request, String words) {
        return new KeptAnswer(request, "", null, words, null);
    }

    /** Returns a failure that came in place of an answer, with its message. */
    public static KeptAnswer failed(String request, Failure failure, String words) {
        return new KeptAnswer(request, "", null, words, failure);
    }
}
