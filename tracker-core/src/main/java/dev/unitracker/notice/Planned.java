package dev.unitracker.notice;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A notice and when it is to be told.
 *
 * @param notice what is to be told
 * @param at not before this moment
 * @param expiresAt from this moment on it is worth nothing; null if it does not expire
 */
public record Planned(Notice notice, Instant at, @Nullable Instant expiresAt) {

    /** Only {@code expiresAt} may be null. */
    public Planned {
        Objects.requireNonNull(notice, "notice");
        Objects.requireNonNull(at, "at");
    }
}
