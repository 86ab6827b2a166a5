package dev.unitracker.spi;

import dev.unitracker.run.Run;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far behind an account is. Immutable.
 *
 * @param lookedAt when the latest look ended that saw all that was asked for; null if none did
 * @param waitingSince since when the message may be sent that waits longest; null if none waits. One that has waited for a week
 *     does not count: nobody is told there any more
 */
public record Lag(@Nullable Instant lookedAt, @Nullable Instant waitingSince) {

    /** Returns how far behind the account of a session is. */
    static Lag of(StoreSession session, Instant now) {
        return new Lag(
                session.runs().latest(LOOKS).stream()
                        .filter(run -> run.outcome() == Run.Outcome.COMPLETE)
                        .map(Run::finishedAt)
                        .findFirst()
                        .orElse(null),
                session.outbox().waitingSince(now).orElse(null));
    }

    private static final int LOOKS = 500;
}
