package dev.unitracker.error;

import java.time.Instant;

/**
 * Another look has the account. Nothing is wrong: look again when that look is over. If it died, the account is free at
 * {@link #until}.
 */
public final class AccountBusyException extends TrackerException {

    private static final long serialVersionUID = 1L;

    private final String owner;
    private final Instant until;

    /**
     * Makes the exception.
     *
     * @param message what failed, on what, and what to do; no secret
     * @param owner the name of the tracker that has the account
     * @param until when its lease runs out
     */
    public AccountBusyException(String message, String owner, Instant until) {
        super(message);
        this.owner = owner;
        this.until = until;
    }

    /** Returns the {@linkplain dev.unitracker.TrackerBuilder#owner name} of the tracker that has the account. */
    public String owner() {
        return owner;
    }

    /** Returns when the lease of the account runs out, unless the look renews it. */
    public Instant until() {
        return until;
    }
}
