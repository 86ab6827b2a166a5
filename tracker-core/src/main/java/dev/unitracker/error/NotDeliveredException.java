package dev.unitracker.error;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A message could not be sent. It is {@link #permanent}, or it is tried again. */
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

    /**
     * Returns an exception after which the message is tried again, after a wait that grows from half a minute to an
     * hour.
     */
    public static NotDeliveredException forNow(String message, @Nullable Throwable cause) {
        return new NotDeliveredException(message, cause, false, null);
    }

    /** Returns an exception after which the message is tried again, not before some time has passed. */
    public static NotDeliveredException until(Duration retryAfter, String message) {
        return new NotDeliveredException(message, null, false, Objects.requireNonNull(retryAfter, "retryAfter"));
    }

    /** Returns an exception after which the message is given up, because only a person can mend what is wrong. */
    public static NotDeliveredException forGood(String message, @Nullable Throwable cause) {
        return new NotDeliveredException(message, cause, true, null);
    }

    /** Tells whether the message is given up. */
    public boolean permanent() {
        return permanent;
    }

    /** Returns how long to wait at least before trying again; empty if the channel did not say. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
