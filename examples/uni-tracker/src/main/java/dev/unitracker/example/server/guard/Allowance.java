package dev.unitracker.example.server.guard;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much each may ask: so many times a minute, and some of them at once. Of those that asked longest ago nothing is remembered, so that
 * many strangers take no memory. Safe for use by several threads.
 */
final class Allowance {

    private static final int REMEMBERED = 10_000;
    private static final long MINUTE = 60_000_000;

    private final InstantSource clock;
    private final long each;
    private final long atOnce;

    /** Up to when each has asked, in microseconds: whoever asks too fast is ahead of the clock. */
    private final Map<String, Long> spentUntil = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * @param atOnce how many times one may ask without a pause
     */
    Allowance(int perMinute, int atOnce, InstantSource clock) {
        this.clock = clock;
        this.each = Math.max(1, MINUTE / perMinute);
        this.atOnce = each * atOnce;
    }

    /** Lets somebody ask, and returns zero; or returns how long to wait first. */
    synchronized Duration take(String who) {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        long known = spentUntil.getOrDefault(who, now);
        // A clock that was set back must not keep anybody out.
        long before = known - now > atOnce ? now : Math.max(known, now);
        long ahead = before + each - now - atOnce;
        if (ahead > 0) {
            return Duration.of(ahead, ChronoUnit.MICROS);
        }
        spentUntil.put(who, before + each);
        return Duration.ZERO;
    }
}
