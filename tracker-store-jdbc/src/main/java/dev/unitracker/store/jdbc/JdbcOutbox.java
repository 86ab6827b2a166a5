package dev.unitracker.store.jdbc;

import dev.unitracker.model.ItemId;
import dev.unitracker.notice.Delivery;
import dev.unitracker.notice.Delivery.Address;
import dev.unitracker.notice.Delivery.Progress;
import dev.unitracker.notice.Delivery.State;
import dev.unitracker.notice.Delivery.Timing;
import dev.unitracker.notice.Notice;
import dev.unitracker.notice.Severity;
import dev.unitracker.spi.Outbox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** What one account's people are told, in a database. */
final class JdbcOutbox implements Outbox {

    private static final String COLUMNS =
            "notice_key, kind, severity, source, item_key, changes, due, details, repeat_number, channel, recipient,"
                    + " created_at, not_before, expires_at, state, detail, attempts, taken_until, ended_at, acknowledged";

    static final String THERE = """
            select delivery_id
            from tracker_outbox
            where account = :account and delivery_id in (<deliveries>)""";

    static final String FIND = """
            select %s
            from tracker_outbox
            where account = :account and delivery_id = :delivery_id""".formatted(COLUMNS);

    static final String FIND_SOME = """
            select %s
            from tracker_outbox
            where account = :account and delivery_id in (<deliveries>)""".formatted(COLUMNS);

    /**
     * Of deliveries that may be sent from the same moment on it takes all: only Java knows how keys are ordered. So it reads no
     * more of them than their order. It is ordered as the index is, or the first would be found among all that wait, time and again.
     */
    static final String NEXT = """
            select delivery_id, delivery_key, latest_change, not_before
            from tracker_outbox
            where account = :account and state = :state and recipient_id = :recipient_id and not_before <= :now
                and (taken_until is null or taken_until <= :now)
            order by account, state, recipient_id, not_before, latest_change
            fetch first :limit rows with ties""";

    static final String TELLING = """
            select %s
            from tracker_outbox
            where account = :account and latest_change = :latest_change""".formatted(COLUMNS);

    static final String OF_ITEM = """
            select %s
            from tracker_outbox
            where account = :account and item_id = :item_id""".formatted(COLUMNS);

    static final String LATEST = """
            select %s
            from tracker_outbox
            where account = :account
            order by account desc, created_at desc
            fetch first :limit rows with ties""".formatted(COLUMNS);

    static final String UPDATE = """
            update tracker_outbox set
                not_before = :not_before, expires_at = :expires_at, state = :state, detail = :detail,
                attempts = :attempts, taken_until = :taken_until, ended_at = :ended_at, acknowledged = :acknowledged
            where account = :account and delivery_id = :delivery_id""";

    static final String WAITING_SINCE = """
            select min(not_before) as not_before
            from tracker_outbox
            where account = :account and state = :state and not_before <= :now and not_before > :earliest
                and (expires_at is null or expires_at > :now)""";

    static final String FORGET = """
            delete from tracker_outbox
            where account = :account and created_at < :before and state <> :state
                and kind in ('change', 'storm', 'reminder', 'digest')
                and (expires_at is null or expires_at < :before)""";

    static final String INSERT = """
            insert into tracker_outbox (
                account, delivery_id, delivery_key, notice_key, kind, severity, item_id, source, item_key, latest_change,
                changes, due, details, repeat_number, channel, recipient, recipient_id, created_at, not_before,
                expires_at, state, detail, attempts, taken_until, ended_at, acknowledged)
            values (
                :account, :delivery_id, :delivery_key, :notice_key, :kind, :severity, cast(:item_id as uuid), :source, :item_key, :latest_change,
                :changes, :due, :details, :repeat_number, :channel, :recipient, :recipient_id, :created_at, :not_before,
                :expires_at, :state, :detail, :attempts, :taken_until, :ended_at, :acknowledged)""";

    private static final Comparator<Delivery> SOONEST_FIRST = Comparator.comparing(Delivery::notBefore)
            .thenComparing(delivery -> delivery.notice().latestChange())
            .thenComparing(Delivery::key);

    private static final Comparator<Delivery> LATEST_FIRST =
            Comparator.comparing(Delivery::createdAt).reversed().thenComparing(Delivery::key);

    private final AccountTransaction transaction;

    JdbcOutbox(AccountTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public void add(Collection<Delivery> deliveries) {
        Map<UUID, Delivery> planned = new LinkedHashMap<>();
        deliveries.forEach(delivery -> planned.putIfAbsent(Ids.of(delivery.key()), delivery));
        if (planned.isEmpty()) {
            return;
        }
        planned.keySet().removeAll(there(planned.keySet()));
        if (!planned.isEmpty()) {
            transaction.write(
                    "plan deliveries", handle -> Batches.run(handle, INSERT, planned.values(), this::bindAll));
        }
    }

    private Set<UUID> there(Collection<UUID> ids) {
        return transaction.read(
                "read the outbox",
                handle -> Parts.of(ids).stream()
                        .flatMap(some -> handle
                                .createQuery(THERE)
                                .bind("account", transaction.account())
                                .bindList("deliveries", some)
                                .mapTo(UUID.class)
                                .list()
                                .stream())
                        .collect(Collectors.toSet()));
    }

    @Override
    public void save(Delivery delivery) {
        save(List.of(delivery));
    }

    @Override
    public void save(Collection<Delivery> deliveries) {
        if (deliveries.isEmpty()) {
            return;
        }
        transaction.write(
                "save deliveries",
                handle -> Batches.run(
                        handle,
                        UPDATE,
                        deliveries,
                        (batch, row) -> bindState(batch, row)
                                .bind("account", transaction.account())
                                .bind("delivery_id", Ids.of(row.key()))));
    }

    @Override
    public Optional<Delivery> find(String key) {
        return select(FIND, query -> query.bind("delivery_id", Ids.of(key))).stream()
                .findFirst();
    }

    @Override
    public List<Delivery> next(Address to, Instant now, int limit) {
        List<UUID> next = transaction.read(
                "read the outbox",
                handle -> handle
                        .createQuery(NEXT)
                        .bind("account", transaction.account())
                        .bind("state", State.PENDING.key())
                        .bind("recipient_id", recipientId(to))
                        .bind("now", now)
                        .bind("limit", limit)
                        .map((row, context) -> Waiting.read(row))
                        .stream()
                        .sorted(Waiting.SOONEST_FIRST)
                        .limit(limit)
                        .map(Waiting::id)
                        .toList());
        return next.isEmpty()
                ? List.of()
                : select(FIND_SOME, query -> query.bindList("deliveries", next)).stream()
                        .sorted(SOONEST_FIRST)
                        .toList();
    }

    /** What says which delivery comes next. */
    private record Waiting(UUID id, String key, long latestChange, Instant notBefore) {

        private static final Comparator<Waiting> SOONEST_FIRST = Comparator.comparing(Waiting::notBefore)
                .thenComparing(Waiting::latestChange)
                .thenComparing(Waiting::key);

        private static Waiting read(ResultSet row) throws SQLException {
            return new Waiting(
                    row.getObject("delivery_id", UUID.class),
                    row.getString("delivery_key"),
                    row.getLong("latest_change"),
                    Moments.read(row, "not_before"));
        }
    }

    @Override
    public List<Delivery> telling(long change) {
        return select(TELLING, query -> query.bind("latest_change", change)).stream()
                .sorted(Comparator.comparing(Delivery::key))
                .toList();
    }

    @Override
    public List<Delivery> latest(@Nullable ItemId item, int limit) {
        List<Delivery> latest = item == null
                ? select(LATEST, query -> query.bind("limit", limit))
                : select(OF_ITEM, query -> query.bind("item_id", Ids.of(item)));
        return latest.stream().sorted(LATEST_FIRST).limit(limit).toList();
    }

    @Override
    public Optional<Instant> waitingSince(Instant now) {
        return transaction.read(
                "read since when deliveries wait",
                handle -> handle.createQuery(WAITING_SINCE)
                        .bind("account", transaction.account())
                        .bind("state", State.PENDING.key())
                        .bind("now", now)
                        .bind("earliest", now.minus(LONGEST_WAIT))
                        .map((row, context) -> Optional.ofNullable(Moments.readOrNull(row, "not_before")))
                        .one());
    }

    @Override
    public int forget(Instant before) {
        return transaction.writing(
                "forget deliveries",
                handle -> handle.createUpdate(FORGET)
                        .bind("account", transaction.account())
                        .bind("before", before)
                        .bind("state", State.PENDING.key())
                        .execute());
    }

    private static UUID recipientId(Address to) {
        return Ids.of(to.toString());
    }

    private void bindAll(PreparedBatch batch, Delivery delivery) {
        Notice notice = delivery.notice();
        NoticeRow row = NoticeRow.of(notice);
        @Nullable ItemId item = notice.item().orElse(null);
        // Not as a UUID: a null of that type is written as text, which PostgreSQL refuses.
        @Nullable Object itemId = item == null ? null : Ids.of(item);
        bindState(batch, delivery)
                .bind("account", transaction.account())
                .bind("delivery_id", Ids.of(delivery.key()))
                .bind("delivery_key", delivery.key())
                .bind("notice_key", notice.key())
                .bind("kind", row.sort().key())
                .bind("severity", notice.severity().key())
                .bind("item_id", itemId)
                .bind("source", item == null ? null : item.source())
                .bind("item_key", item == null ? null : item.key())
                .bind("latest_change", notice.latestChange())
                .bind("changes", Json.write(notice.changes()))
                .bind("due", row.due())
                .bind("details", Json.write(row.details()))
                .bind("repeat_number", delivery.repeat())
                .bind("channel", delivery.channel())
                .bind("recipient", delivery.recipient())
                .bind("recipient_id", recipientId(delivery.to()))
                .bind("created_at", delivery.createdAt());
    }

    private static PreparedBatch bindState(PreparedBatch batch, Delivery delivery) {
        return batch.bind("not_before", delivery.notBefore())
                .bind("expires_at", delivery.expiresAt())
                .bind("state", delivery.state().key())
                .bind("detail", delivery.detail())
                .bind("attempts", delivery.attempts())
                .bind("taken_until", delivery.takenUntil())
                .bind("ended_at", delivery.endedAt())
                .bind("acknowledged", delivery.acknowledged());
    }

    private List<Delivery> select(String statement, UnaryOperator<Query> parameters) {
        return transaction.read(
                "read the outbox",
                handle -> parameters
                        .apply(handle.createQuery(statement).bind("account", transaction.account()))
                        .map((row, context) -> delivery(transaction.account(), row))
                        .list());
    }

    private static Delivery delivery(String account, ResultSet row) throws SQLException {
        try {
            return written(account, row);
        } catch (NullPointerException | IndexOutOfBoundsException | DateTimeException | IllegalArgumentException e) {
            // What they say is left out: it quotes the row.
            throw new UnreadableRowException(
                    "a stored notice is not one that was written; was the database changed by another program?");
        }
    }

    private static Delivery written(String account, ResultSet row) throws SQLException {
        return new Delivery(
                notice(account, row),
                row.getInt("repeat_number"),
                new Address(row.getString("channel"), row.getString("recipient")),
                new Timing(
                        Moments.read(row, "created_at"),
                        Moments.read(row, "not_before"),
                        Moments.readOrNull(row, "expires_at")),
                new Progress(
                        State.of(row.getString("state")),
                        row.getString("detail"),
                        row.getInt("attempts"),
                        Moments.readOrNull(row, "taken_until"),
                        Moments.readOrNull(row, "ended_at"),
                        row.getBoolean("acknowledged")));
    }

    private static Notice notice(String account, ResultSet row) throws SQLException {
        return new NoticeRow(
                        NoticeRow.Sort.of(row.getString("kind")),
                        Severity.of(row.getString("severity")),
                        row.getString("item_key") == null ? null : ItemNames.id(account, row),
                        Json.read(row.getString("changes"), Json.NUMBERS),
                        Moments.readOrNull(row, "due"),
                        Json.read(row.getString("details"), Json.LINES))
                .notice();
    }
}
