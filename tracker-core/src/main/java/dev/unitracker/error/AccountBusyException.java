package dev.unitracker.error;

import java.time.Instant;

/**
 * Another look has the account. Nothing is wrong: look again when it is over, or once its time has run out because it
 * died.
 */
public final class AccountBusyException extends TrackerException {

    private static final long serialVersionUID = 1L;

    private final String owner;
    private final Instant until;

    /**
     * Makes the exception.
     *
     * @param message what failed, on what, and what to do; no secret
     * @param owner who has the account, as its tracker is named
     * @param until when the account is free at the latest
     */
    public AccountBusyException(String message, String owner, Instant until) {
        super(message);
        this.owner = owner;
        this.until = until;
    }

    /** Returns who has the account, as its tracker is named. */
    public String owner() {
        return owner;
    }

    /** Returns when the account is free at the latest, unless its owner goes on with it. */
    public Instant until() {
        return until;
    }
}
