package dev.unitracker.example.worker;

import dev.unitracker.http.RequestBudget;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * A budget of requests that all workers of a database share: they are spread over the minute, a few of them at once. Each worker takes
 * those few at a time, for some seconds, so that not each request costs a question to the database. Safe for use by several threads.
 */
final class SharedBudget implements RequestBudget {

    private static final long SECOND = 1_000_000;
    private static final long MINUTE = 60 * SECOND;

    /** What is made at once is what two seconds have room for, one request at least. */
    private static final long AT_ONCE = 2 * SECOND;

    private static final long MOST_AT_ONCE = 10;
    private static final long KEPT = 5 * SECOND;

    private final Sites sites;
    private final String site;
    private final long each;
    private final long taken;
    private long left;
    private long leftUntil;

    SharedBudget(Sites sites, String site, int perMinute) {
        if (perMinute < 1) {
            throw new IllegalArgumentException("requests must be positive: " + perMinute);
        }
        this.sites = sites;
        this.site = site;
        this.each = Math.max(1, MINUTE / perMinute);
        this.taken = Math.max(1, Math.min(MOST_AT_ONCE, AT_ONCE / each));
    }

    @Override
    public synchronized Duration take() {
        long now = sites.now();
        if (left == 0 || now >= leftUntil) {
            Duration wait = takeSome(now);
            if (!wait.isZero()) {
                return wait;
            }
        }
        left--;
        return Duration.ZERO;
    }

    private Duration takeSome(long now) {
        long before = sites.find(site).spentUntil();
        long after = Math.max(before, now) + taken * each;
        long early = after - now - Math.max(AT_ONCE, each);
        if (early > 0) {
            return Duration.of(early, ChronoUnit.MICROS);
        }
        if (!sites.spend(site, before, after)) {
            // Another worker was first: it is soon this one's turn.
            return Duration.ofMillis(1);
        }
        left = taken;
        leftUntil = now + KEPT;
        return Duration.ZERO;
    }
}
