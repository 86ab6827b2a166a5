package dev.unitracker.example.worker;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a site is left alone. One account to which nothing comes may have a fault of its own; when the same happens to a second
 * one, and nothing came to anybody in between, the site is out of order: nobody asks it for a minute, then one account does, and for
 * each that fails the pause is twice as long, up to half an hour. Pure.
 *
 * @param until until when it is left alone
 * @param failures how many looks in a row failed, those of one account counted once until the site rests
 * @param account whose look failed last; null if none did
 */
record Rest(Instant until, int failures, @Nullable String account) {

    static final Rest NONE = new Rest(Instant.EPOCH, 0, null);

    private static final int CONFIRMED = 2;
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final int DOUBLINGS = 5;
    private static final Duration LONGEST = Duration.ofMinutes(30);

    /** How long one look is waited for before another one is made in its place. */
    private static final Duration PROBE = Duration.ofMinutes(2);

    boolean rests() {
        return failures >= CONFIRMED;
    }

    /** Returns when an account may ask again. Whoever failed last lets the others go first. */
    Instant until(String asking) {
        return rests() && asking.equals(account) ? until.plus(SHORTEST) : until;
    }

    boolean isOver(String asking, Instant now) {
        return !rests() || !until(asking).isAfter(now);
    }

    /** Returns what holds while one account asks. */
    Rest probed(Instant now) {
        return new Rest(now.plus(PROBE), failures, account);
    }

    /** Returns what holds after a look to which nothing came. */
    Rest failed(String by, Instant now) {
        if (!rests() && by.equals(account)) {
            return this;
        }
        int more = failures + 1;
        if (more < CONFIRMED) {
            return new Rest(until, more, by);
        }
        Duration pause = SHORTEST.multipliedBy(1L << Math.min(more - CONFIRMED, DOUBLINGS));
        return new Rest(now.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause), more, by);
    }
}
