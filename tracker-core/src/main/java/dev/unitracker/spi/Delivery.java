package dev.unitracker.spi;

import dev.unitracker.notice.Notice;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A notice on its way to one recipient of one channel. It ends sent, skipped or failed, and never just vanishes.
 *
 * @param notice what is to be told
 * @param channel the notifier's name
 * @param recipient whom it tells; empty if it has only one
 * @param createdAt when it was planned
 * @param notBefore when it may be sent, or tried again
 * @param expiresAt from when on it is worth nothing; null if it does not expire
 * @param state how far it is
 * @param detail why it was skipped, or what went wrong last; empty if nothing did
 * @param attempts how often it was tried
 * @param takenUntil until when whoever took it has it for himself; null if nobody has
 * @param endedAt when it was sent, skipped or failed; null as long as it is pending
 * @param acknowledged whether the recipient said that he knows
 */
public record Delivery(
        Notice notice,
        String channel,
        String recipient,
        Instant createdAt,
        Instant notBefore,
        @Nullable Instant expiresAt,
        State state,
        String detail,
        int attempts,
        @Nullable Instant takenUntil,
        @Nullable Instant endedAt,
        boolean acknowledged) {

    /** How far a delivery is. */
    public enum State {
        PENDING,
        SENT,
        /** Not sent, because it was worth nothing any more; the detail says why. */
        SKIPPED,
        /** Not sent, because it cannot be; the detail says why. */
        FAILED;

        /** Returns the name that is stored and shown, for example {@code pending}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns the state with the given stored name. */
        public static State of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    public Delivery {
        Objects.requireNonNull(notice, "notice");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(notBefore, "notBefore");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(detail, "detail");
    }

    /** Returns a new delivery that was not tried yet. */
    public static Delivery of(
            Notice notice,
            String channel,
            String recipient,
            Instant createdAt,
            Instant notBefore,
            @Nullable Instant expiresAt) {
        return new Delivery(
                notice, channel, recipient, createdAt, notBefore, expiresAt, State.PENDING, "", 0, null, null, false);
    }

    /** Returns the key that no other delivery of the account has: notice, number of the repeat, channel and recipient. */
    public String key() {
        return notice.key() + "#" + notice.repeat() + " " + channel + "/" + recipient;
    }

    /** Returns this delivery taken by somebody who tries it once more. */
    public Delivery taken(Instant until) {
        return with(State.PENDING, detail, attempts + 1, notBefore, until, null);
    }

    /** Returns this delivery to be tried at a later moment. */
    public Delivery postponed(Instant until, String why) {
        return with(State.PENDING, why, attempts, until, null, null);
    }

    /** Returns this delivery at its end. */
    public Delivery ended(State how, String why, Instant at) {
        return with(how, why, attempts, notBefore, null, at);
    }

    /** Returns this delivery acknowledged; if it is pending, it is skipped. */
    public Delivery acknowledged(Instant at) {
        Delivery known = new Delivery(
                notice,
                channel,
                recipient,
                createdAt,
                notBefore,
                expiresAt,
                state,
                detail,
                attempts,
                takenUntil,
                endedAt,
                true);
        return state == State.PENDING && takenUntil == null ? known.ended(State.SKIPPED, "acknowledged", at) : known;
    }

    private Delivery with(
            State newState,
            String newDetail,
            int newAttempts,
            Instant newNotBefore,
            @Nullable Instant newTakenUntil,
            @Nullable Instant newEndedAt) {
        return new Delivery(
                notice,
                channel,
                recipient,
                createdAt,
                newNotBefore,
                expiresAt,
                newState,
                newDetail,
                newAttempts,
                newTakenUntil,
                newEndedAt,
                acknowledged);
    }
}
