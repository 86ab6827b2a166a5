package dev.unitracker.store.jdbc;

import dev.unitracker.dates.FactType;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.model.ReviewStatus;
import dev.unitracker.spi.Agenda;
import dev.unitracker.spi.StoredItem;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What lies ahead of one account, found by the columns that are there for it. */
final class JdbcAgenda implements Agenda {

    static final String DUE_BETWEEN = """
            select item_key, baseline, first_seen, updated_at, last_change, meaningful_key, fields
            from tracker_item
            where account = :account and status = :status and due_at >= :from and due_at < :to""";

    /** Versions before the third left the moment of a day without a time empty. */
    static final String EXAMS_BETWEEN = """
            select item_key, baseline, first_seen, updated_at, last_change, meaningful_key, fields
            from tracker_item
            where account = :account and status = :status and item_id in (
                select item_id
                from tracker_fact
                where account = :account and fact_type = :fact_type
                    and (happens_at is null or happens_at >= :from and happens_at < :to))""";

    static final String OF_REVIEW = """
            select item_key, baseline, first_seen, updated_at, last_change, meaningful_key, fields
            from tracker_item
            where account = :account and review = :review and status = :status""";

    private final ItemRows rows;

    JdbcAgenda(AccountTransaction transaction) {
        this.rows = new ItemRows(transaction);
    }

    @Override
    public List<StoredItem> dueBetween(Instant from, Instant to) {
        List<StoredItem> due = rows.select(
                DUE_BETWEEN,
                query -> query.bind("status", ItemStatus.ACTIVE.key())
                        .bind("from", from)
                        .bind("to", to));
        return due.stream()
                .sorted(Comparator.comparing(
                                (StoredItem stored) -> stored.item().dueAt().orElseThrow())
                        .thenComparing(ItemRows.BY_ID))
                .toList();
    }

    @Override
    public List<StoredItem> examsBetween(Instant from, Instant to) {
        List<StoredItem> exams = rows.select(
                EXAMS_BETWEEN,
                query -> query.bind("status", ItemStatus.ACTIVE.key())
                        .bind("fact_type", FactType.EXAM_AT.key())
                        .bind("from", from)
                        .bind("to", to));
        return exams.stream().sorted(ItemRows.BY_ID).toList();
    }

    @Override
    public List<StoredItem> toWatch() {
        List<StoredItem> watched = rows.select(
                OF_REVIEW,
                query -> query.bind("status", ItemStatus.ACTIVE.key()).bind("review", ReviewStatus.WATCH.key()));
        return watched.stream().sorted(ItemRows.BY_ID).toList();
    }
}
