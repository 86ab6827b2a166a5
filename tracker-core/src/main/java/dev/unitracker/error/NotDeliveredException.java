package dev.unitracker.error;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A message could not be sent. */
public final class NotDeliveredException extends TrackerException {

    private static final long serialVersionUID = 1L;

    private final boolean permanent;
    private final @Nullable Duration retryAfter;

    private NotDeliveredException(
            String message, @Nullable Throwable cause, boolean permanent, @Nullable Duration retryAfter) {
        super(message, cause);
        this.permanent = permanent;
        this.retryAfter = retryAfter;
    }

    /** It is tried again, after a while that grows. */
    public static NotDeliveredException forNow(String message, @Nullable Throwable cause) {
        return new NotDeliveredException(message, cause, false, null);
    }

    /** It is tried again, not before some time. */
    public static NotDeliveredException until(Duration retryAfter, String message) {
        return new NotDeliveredException(message, null, false, Objects.requireNonNull(retryAfter, "retryAfter"));
    }

    /** It makes no sense to try again until somebody mends something. */
    public static NotDeliveredException forGood(String message, @Nullable Throwable cause) {
        return new NotDeliveredException(message, cause, true, null);
    }

    /** Tells whether it makes no sense to try again. */
    public boolean permanent() {
        return permanent;
    }

    /** Returns for how long not to try again; empty if the channel did not say. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
