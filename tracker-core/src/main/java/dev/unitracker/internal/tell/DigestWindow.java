package dev.unitracker.internal.tell;

import dev.unitracker.internal.history.RunHistory;
import dev.unitracker.notice.Delivery;
import dev.unitracker.notice.Delivery.Address;
import dev.unitracker.notice.Delivery.State;
import dev.unitracker.notice.Delivery.Timing;
import dev.unitracker.notice.Notice;
import dev.unitracker.notice.Notice.Digest;
import dev.unitracker.run.Run;
import dev.unitracker.spi.Outbox;
import dev.unitracker.spi.StoreSession;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Since when a digest of a day tells what changed: since the last one that its recipient got, so that nothing falls between
 * two of them, however late they were sent and whichever did not arrive.
 */
final class DigestWindow {

    /** Nobody who was away for longer reads all of it. */
    private static final Duration LONGEST = Duration.ofDays(7);

    /** An earlier one counts as none; the first one tells of a day. */
    private static final int DAYS_LOOKED_BACK = 31;

    private DigestWindow() {}

    /** Returns the notice of the digest of a day, which without an earlier one begins at its hour of the day before. */
    static Notice notice(LocalDate day, int hour, ZoneId zone) {
        Instant dayBefore = day.minusDays(1).atTime(hour, 0).atZone(zone).toInstant();
        return new Digest(day, dayBefore);
    }

    /** Returns the moment since which a digest tells what changed, before {@code now}. */
    static Instant start(Digest digest, Address to, StoreSession session, Instant now) {
        Instant earliest = now.minus(LONGEST);
        Instant start = last(digest, to, session.outbox())
                .map(DigestWindow::toldUntil)
                .map(told -> told.isBefore(earliest) ? told : beforeLookUnderWay(told, session))
                .orElse(digest.since());
        return start.isBefore(earliest) ? earliest : start;
    }

    /**
     * Changes are seen when their look begins. What a look wrote after a digest that was made meanwhile would be older than
     * all that the next one tells.
     */
    private static Instant beforeLookUnderWay(Instant told, StoreSession session) {
        return RunHistory.firstAfter(session.runs(), told)
                .map(Run::startedAt)
                .filter(began -> began.isBefore(told))
                .orElse(told);
    }

    private static Optional<Delivery> last(Digest digest, Address to, Outbox outbox) {
        return LongStream.rangeClosed(1, DAYS_LOOKED_BACK)
                .mapToObj(back -> new Digest(digest.day().minusDays(back), digest.since()))
                .map(earlier -> Delivery.of(earlier, to, new Timing(Instant.EPOCH, Instant.EPOCH, null))
                        .key())
                .flatMap(key -> outbox.find(key).stream())
                .filter(earlier -> earlier.state() == State.SENT)
                .findFirst();
    }

    /**
     * The moment of sending would be too late: it was written before that, and after a failure a channel may go on with what
     * it was given first.
     */
    private static Instant toldUntil(Delivery sent) {
        boolean atOnce = sent.attempts() <= 1 && sent.notBefore().isAfter(sent.createdAt());
        return atOnce ? sent.notBefore() : sent.createdAt();
    }
}
