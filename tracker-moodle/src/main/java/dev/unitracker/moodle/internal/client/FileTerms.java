package dev.unitracker.moodle.internal.client;

import java.util.Objects;

/**
 * What a file has to be like.
 *
 * @param mediaType its media type; empty if it is not known
 * @param largest how many bytes it may have
 * @param size how many bytes it has; 0 if the site did not say
 * @param page whether it is a page that Moodle makes when it is asked, in whose place a login page may come
 */
public record FileTerms(String mediaType, long largest, long size, boolean page) {

    public FileTerms {
        Objects.requireNonNull(mediaType, "mediaType");
    }

    /** Returns the terms of any file of at most so many bytes. */
    public static FileTerms upTo(long largest) {
        return new FileTerms("", largest, 0, false);
    }
}
