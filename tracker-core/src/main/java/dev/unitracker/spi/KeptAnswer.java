package dev.unitracker.spi;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came in answer to a request, as it is noted with a run.
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
     * Checks that an answer or words came.
     *
     * @throws IllegalArgumentException if both came, or neither
     */
    public KeptAnswer {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(mediaType, "mediaType");
        if ((artifact == null) == (words == null)) {
            throw new IllegalArgumentException("either an answer came or words: " + request);
        }
    }

    /** Returns an answer that is kept. */
    public static KeptAnswer kept(String request, String mediaType, String artifact) {
        return new KeptAnswer(request, mediaType, artifact, null, null);
    }

    /** Returns the words that came in place of an answer. */
    public static KeptAnswer said(String request, String words) {
        return new KeptAnswer(request, "", null, words, null);
    }

    /** Returns a failure that came in place of an answer. */
    public static KeptAnswer failed(String request, Failure failure, String words) {
        return new KeptAnswer(request, "", null, words, failure);
    }
}
