package dev.unitracker.store.jdbc;

import dev.unitracker.notice.Delivery;
import dev.unitracker.run.Run;
import dev.unitracker.spi.Lag;
import dev.unitracker.spi.Outbox;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** How far behind all accounts are, by one statement that looks up a few rows of each. */
final class Lags {

    private static final String ALL = """
            select a.account,
                (select min(o.not_before)
                from tracker_outbox o
                where o.account = a.account and o.state = :state and o.not_before <= :now and o.not_before > :earliest
                    and (o.expires_at is null or o.expires_at > :now)) as waiting_since,
                (select r.finished_at
                from tracker_run r
                where r.account = a.account and r.outcome = :outcome
                order by r.account desc, r.number desc
                fetch first 1 rows only) as looked_at
            from tracker_account a""";

    private Lags() {}

    /** Returns them by the account's name. */
    static SortedMap<String, Lag> all(Handle handle, Instant now) {
        SortedMap<String, Lag> lags = new TreeMap<>();
        handle.createQuery(ALL)
                .bind("state", Delivery.State.PENDING.key())
                .bind("outcome", Run.Outcome.COMPLETE.key())
                .bind("now", now)
                .bind("earliest", now.minus(Outbox.LONGEST_WAIT))
                .map((row, context) -> lags.put(
                        row.getString("account"),
                        new Lag(Moments.readOrNull(row, "looked_at"), Moments.readOrNull(row, "waiting_since"))))
                .list();
        return lags;
    }
}
