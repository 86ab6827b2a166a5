package dev.unitracker.internal.tell;

import dev.unitracker.internal.history.RunHistory;
import dev.unitracker.notice.Notice;
import dev.unitracker.notice.NoticeKind;
import dev.unitracker.notice.Severity;
import dev.unitracker.spi.Delivery;
import dev.unitracker.spi.Delivery.State;
import dev.unitracker.spi.Outbox;
import dev.unitracker.spi.Run;
import dev.unitracker.spi.StoreSession;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Since when a digest of a day tells what changed: since the last one that its recipient got, so that nothing falls between
 * two of them, however late they were sent and whichever did not arrive.
 */
final class DigestWindow {

    private static final String KEY = "digest/";

    /** Nobody who was away for longer reads all of it. */
    private static final Duration LONGEST = Duration.ofDays(7);

    /** An earlier one counts as none; the first one tells of a day. */
    private static final int DAYS_LOOKED_BACK = 31;

    private DigestWindow() {}

    /** Returns the notice of the digest of a day, which without an earlier one begins at its hour of the day before. */
    static Notice notice(LocalDate day, int hour, ZoneId zone) {
        Instant dayBefore = day.minusDays(1).atTime(hour, 0).atZone(zone).toInstant();
        return notice(day, List.of(dayBefore.toString()));
    }

    /** Returns the moment since which a digest tells what changed, before {@code now}. */
    static Instant start(Delivery digest, StoreSession session, Instant now) {
        Notice notice = digest.notice();
        Instant earliest = now.minus(LONGEST);
        Instant start = last(digest, session.outbox())
                .map(DigestWindow::toldUntil)
                .map(told -> told.isBefore(earliest) ? told : beforeLookUnderWay(told, session))
                .orElseGet(() -> Instant.parse(notice.details().get(0)));
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

    private static Optional<Delivery> last(Delivery digest, Outbox outbox) {
        LocalDate day = LocalDate.parse(digest.notice().key().substring(KEY.length()));
        return LongStream.rangeClosed(1, DAYS_LOOKED_BACK)
                .mapToObj(back -> key(digest, day.minusDays(back)))
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

    private static String key(Delivery like, LocalDate day) {
        return Delivery.of(
                        notice(day, List.of()),
                        like.channel(),
                        like.recipient(),
                        like.createdAt(),
                        like.notBefore(),
                        null)
                .key();
    }

    private static Notice notice(LocalDate day, List<String> details) {
        Objects.requireNonNull(day, "day");
        return new Notice(KEY + day, NoticeKind.DIGEST, Severity.INFORMATION, null, List.of(), null, details, 0);
    }
}
