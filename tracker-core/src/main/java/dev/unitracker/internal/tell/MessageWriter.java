package dev.unitracker.internal.tell;

import dev.unitracker.notice.Delivery;
import dev.unitracker.notice.Message;
import dev.unitracker.notice.Message.Line;
import dev.unitracker.notice.Notice;
import dev.unitracker.spi.StoreSession;
import dev.unitracker.words.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Puts a notice into words, from the ledger and the items as they are. */
public final class MessageWriter {

    private final NoticeWords words;
    private final DigestSource digests;

    /** Makes the lines of a digest. */
    @FunctionalInterface
    public interface DigestSource {

        /**
         * Returns at least one line.
         *
         * @param window the time before {@code now} whose changes it tells
         */
        List<Line> of(StoreSession session, Duration window, Instant now);
    }

    public MessageWriter(ZoneId zone, Texts texts, DigestSource digests) {
        this.words = new NoticeWords(texts, zone);
        this.digests = digests;
    }

    Message write(Delivery delivery, Known known, Instant now) {
        Notice notice = delivery.notice();
        return new Message(
                delivery.key(),
                words.texts().language(),
                notice.kind(),
                notice.severity(),
                notice.match(new NoticeLines(words, digests, delivery, known, now)),
                notice.match(new NoticeSubject(delivery, known, now)).orElse(null));
    }
}
