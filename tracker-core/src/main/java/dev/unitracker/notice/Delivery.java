package dev.unitracker.notice;

import dev.unitracker.model.StoredWords;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A notice for one recipient of one channel. It waits until it is sent, skipped or failed; it is never removed.
 * Immutable.
 *
 * @param notice what is to be told
 * @param repeat which repeat of the notice it is; 0 the first time
 * @param to the channel and the recipient
 * @param timing when it may be sent
 * @param progress how far it is
 */
public record Delivery(Notice notice, int repeat, Address to, Timing timing, Progress progress) {

    /** How far a delivery is. */
    public enum State {
        /** It waits to be sent, for the first time or again after a failure. */
        PENDING,

        /** The notifier sent it. */
        SENT,

        /** It was not sent, because it was out of date or acknowledged; the detail says why. */
        SKIPPED,

        /** It could not be sent, and is not tried any more; the detail says why. */
        FAILED;

        private static final StoredWords<State> WORDS = StoredWords.of(State.class, "state of a delivery");

        private final String key = StoredWords.word(this);

        /** Returns the name that is stored and shown, for example {@code pending}. */
        public String key() {
            return key;
        }

        /**
         * Returns the state with the given stored name.
         *
         * @throws IllegalArgumentException if there is none. No other state is assumed, because a message might be sent
         *     twice or lost
         */
        public static State of(String key) {
            return WORDS.parse(key);
        }
    }

    /**
     * Where something is told.
     *
     * @param channel the notifier's name
     * @param recipient the recipient as the notifier names it; empty if the notifier has only one without a name
     */
    public record Address(String channel, String recipient) {

        /** Null is refused. */
        public Address {
            Objects.requireNonNull(channel, "channel");
            Objects.requireNonNull(recipient, "recipient");
        }

        /** Returns channel and recipient, joined by a slash. */
        @Override
        public String toString() {
            return channel + "/" + recipient;
        }
    }

    /**
     * When something may be told.
     *
     * @param createdAt when it was planned
     * @param notBefore when it may be sent, or tried again
     * @param expiresAt the moment from which on it is not sent any more; null if it does not expire
     */
    public record Timing(
            Instant createdAt, Instant notBefore, @Nullable Instant expiresAt) {

        /** Only {@code expiresAt} may be null. */
        public Timing {
            Objects.requireNonNull(createdAt, "createdAt");
            Objects.requireNonNull(notBefore, "notBefore");
        }

        Timing notBefore(Instant moment) {
            return new Timing(createdAt, moment, expiresAt);
        }
    }

    /**
     * How far a delivery is.
     *
     * @param state whether it is pending, or how it ended
     * @param detail why it was skipped, or what went wrong last; empty if nothing did
     * @param attempts how often it was tried
     * @param takenUntil until when nobody else may try it, because somebody is sending it; null if nobody is
     * @param endedAt when it was sent, skipped or failed; null as long as it is pending
     * @param acknowledged whether it was acknowledged: the recipient knows of it
     */
    public record Progress(
            State state,
            String detail,
            int attempts,
            @Nullable Instant takenUntil,
            @Nullable Instant endedAt,
            boolean acknowledged) {

        /** Nothing was tried yet. */
        public static final Progress NONE = new Progress(State.PENDING, "", 0, null, null, false);

        /** Only {@code takenUntil} and {@code endedAt} may be null. */
        public Progress {
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(detail, "detail");
        }

        Progress taken(Instant until) {
            return new Progress(State.PENDING, detail, attempts + 1, until, null, acknowledged);
        }

        Progress released() {
            return new Progress(State.PENDING, detail, attempts - 1, null, null, acknowledged);
        }

        Progress waiting(String why) {
            return new Progress(State.PENDING, why, attempts, null, null, acknowledged);
        }

        Progress ended(State how, String why, Instant at) {
            return new Progress(how, why, attempts, null, at, acknowledged);
        }

        Progress known() {
            return new Progress(state, detail, attempts, takenUntil, endedAt, true);
        }
    }

    /** Null is refused. */
    public Delivery {
        Objects.requireNonNull(notice, "notice");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(timing, "timing");
        Objects.requireNonNull(progress, "progress");
    }

    /** Returns a new delivery that was not tried yet, of something that was never told before. */
    public static Delivery of(Notice notice, Address to, Timing timing) {
        return new Delivery(notice, 0, to, timing, Progress.NONE);
    }

    /** Returns a new delivery that tells the same to the same recipient once more. */
    public Delivery again(Timing when) {
        return new Delivery(notice, repeat + 1, to, when, Progress.NONE);
    }

    /** Returns the key that no other delivery of the account has: notice, number of the repeat, channel and recipient. */
    public String key() {
        return notice.key() + "#" + repeat + " " + to;
    }

    /** Returns this delivery with one attempt more, taken by somebody who sends it until a moment. */
    public Delivery taken(Instant until) {
        return with(timing, progress.taken(until));
    }

    /** Returns this delivery as if it had not been {@linkplain #taken taken}: whoever took it did not try it. */
    public Delivery released() {
        return with(timing, progress.released());
    }

    /**
     * Returns this delivery, pending and taken by nobody, to be tried at a later moment.
     *
     * @param until the moment
     * @param why why it waits, for people
     */
    public Delivery postponed(Instant until, String why) {
        return with(timing.notBefore(until), progress.waiting(why));
    }

    /**
     * Returns this delivery at its end.
     *
     * @param how the state in which it ended
     * @param why why it was skipped or failed; empty if it was sent
     * @param at when it ended
     */
    public Delivery ended(State how, String why, Instant at) {
        return with(timing, progress.ended(how, why, at));
    }

    /** Returns this delivery acknowledged; if it is pending and nobody is sending it, it is skipped. */
    public Delivery acknowledged(Instant at) {
        boolean waits = state() == State.PENDING && takenUntil() == null;
        Progress known = progress.known();
        return with(timing, waits ? known.ended(State.SKIPPED, "acknowledged", at) : known);
    }

    private Delivery with(Timing newTiming, Progress newProgress) {
        return new Delivery(notice, repeat, to, newTiming, newProgress);
    }

    /** Returns the notifier's name. */
    public String channel() {
        return to.channel();
    }

    /** Returns the recipient as the notifier names it; empty if the notifier has only one without a name. */
    public String recipient() {
        return to.recipient();
    }

    /** Returns when it was planned. */
    public Instant createdAt() {
        return timing.createdAt();
    }

    /** Returns when it may be sent, or tried again. */
    public Instant notBefore() {
        return timing.notBefore();
    }

    /** Returns the moment from which on it is not sent any more; null if it does not expire. */
    public @Nullable Instant expiresAt() {
        return timing.expiresAt();
    }

    /** Returns whether it is pending, or how it ended. */
    public State state() {
        return progress.state();
    }

    /** Returns why it was skipped, or what went wrong last; empty if nothing did. */
    public String detail() {
        return progress.detail();
    }

    /** Returns how often it was tried. */
    public int attempts() {
        return progress.attempts();
    }

    /** Returns until when nobody else may try it, because somebody is sending it; null if nobody is. */
    public @Nullable Instant takenUntil() {
        return progress.takenUntil();
    }

    /** Returns when it was sent, skipped or failed; null as long as it is pending. */
    public @Nullable Instant endedAt() {
        return progress.endedAt();
    }

    /** Tells whether it was acknowledged. */
    public boolean acknowledged() {
        return progress.acknowledged();
    }
}
