package dev.unitracker.notice;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A notice and when it is to be told. Immutable.
 *
 * @param notice what is to be told
 * @param at the moment before which it is not told
 * @param expiresAt the moment from which on it is no longer told; null if it does not expire
 */
public record Planned(Notice notice, Instant at, @Nullable Instant expiresAt) {

    /** Only {@code expiresAt} may be null. */
    public Planned {
        Objects.requireNonNull(notice, "notice");
        Objects.requireNonNull(at, "at");
    }
}
