package dev.unitracker.store.jdbc;

import static java.util.Objects.requireNonNull;

import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.StoredWords;
import dev.unitracker.notice.Notice;
import dev.unitracker.notice.Notice.Baseline;
import dev.unitracker.notice.Notice.ChangeAlert;
import dev.unitracker.notice.Notice.CredentialsLost;
import dev.unitracker.notice.Notice.Digest;
import dev.unitracker.notice.Notice.Reminder;
import dev.unitracker.notice.Notice.Silence;
import dev.unitracker.notice.Notice.Storm;
import dev.unitracker.notice.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notice as the columns of a row hold it.
 *
 * @param sort which notice it is
 * @param severity how much it matters
 * @param item the source key of the item that it is about; null if it is about several or none
 * @param changes the changes that it tells; empty for most sorts
 * @param due the deadline of a reminder; null for other sorts
 * @param details what else its sort has, in the order of its constructor
 */
record NoticeRow(
        Sort sort,
        Severity severity,
        @Nullable String item,
        List<Long> changes,
        @Nullable Instant due,
        List<String> details) {

    /** The sorts of notices by their stored names. */
    enum Sort {
        CHANGE,
        STORM,
        REMINDER,
        DIGEST,
        BASELINE,
        SILENCE,
        CREDENTIALS_LOST;

        private static final StoredWords<Sort> WORDS = StoredWords.of(Sort.class, "sort of notice");

        private final String key = StoredWords.word(this);

        String key() {
            return key;
        }

        static Sort of(String key) {
            return WORDS.parse(key);
        }
    }

    /** Returns the row of a notice. */
    static NoticeRow of(Notice notice) {
        return notice.match(new Writer());
    }

    /** Returns the notice of which this is the row. */
    Notice notice() {
        return switch (sort) {
            case CHANGE -> new ChangeAlert(changes.get(0), requireNonNull(item), severity);
            case STORM -> new Storm(details.get(0), details.get(1), ChangeKind.of(details.get(2)), changes, severity);
            case REMINDER ->
                new Reminder(requireNonNull(item), requireNonNull(due), Duration.parse(details.get(0)), severity);
            case DIGEST -> new Digest(LocalDate.parse(details.get(0)), Instant.parse(details.get(1)));
            case BASELINE ->
                new Baseline(details.get(0), Long.parseLong(details.get(1)), Long.parseLong(details.get(2)));
            case SILENCE -> new Silence(details.get(0), Duration.parse(details.get(1)));
            case CREDENTIALS_LOST -> new CredentialsLost(details.get(0), details.get(1));
        };
    }

    private static NoticeRow row(Sort sort, Notice notice, @Nullable Instant due, String... details) {
        return new NoticeRow(
                sort, notice.severity(), notice.item().orElse(null), notice.changes(), due, List.of(details));
    }

    private static final class Writer implements Notice.Cases<NoticeRow> {

        @Override
        public NoticeRow change(ChangeAlert alert) {
            return row(Sort.CHANGE, alert, null);
        }

        @Override
        public NoticeRow storm(Storm storm) {
            return row(
                    Sort.STORM,
                    storm,
                    null,
                    storm.run(),
                    storm.course(),
                    storm.change().key());
        }

        @Override
        public NoticeRow reminder(Reminder reminder) {
            return row(
                    Sort.REMINDER, reminder, reminder.due(), reminder.before().toString());
        }

        @Override
        public NoticeRow digest(Digest digest) {
            return row(
                    Sort.DIGEST,
                    digest,
                    null,
                    digest.day().toString(),
                    digest.since().toString());
        }

        @Override
        public NoticeRow baseline(Baseline baseline) {
            return row(
                    Sort.BASELINE,
                    baseline,
                    null,
                    baseline.run(),
                    Long.toString(baseline.courses()),
                    Long.toString(baseline.items()));
        }

        @Override
        public NoticeRow silence(Silence silence) {
            return row(
                    Sort.SILENCE,
                    silence,
                    null,
                    silence.run(),
                    silence.threshold().toString());
        }

        @Override
        public NoticeRow credentialsLost(CredentialsLost lost) {
            return row(Sort.CREDENTIALS_LOST, lost, null, lost.run(), lost.reason());
        }
    }
}
