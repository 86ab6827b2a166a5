package dev.unitracker.example.metrics;

import dev.unitracker.spi.Lag;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How far behind all accounts together are, read anew after a while. Safe for use by several threads. */
public final class Backlog {

    /** Several numbers are read out of one answer of the database. */
    private static final Duration KEPT = Duration.ofSeconds(5);

    private final Supplier<Collection<Lag>> lags;
    private final InstantSource clock;
    private @Nullable State latest;
    private long readAt;

    /**
     * Makes one that reads nothing yet.
     *
     * @param lags returns how far behind each account is that is looked at
     */
    public Backlog(Supplier<Collection<Lag>> lags, InstantSource clock) {
        this.lags = lags;
        this.clock = clock;
    }

    /**
     * How it is.
     *
     * @param accounts how many accounts there are
     * @param look since the latest whole look at the account that is furthest behind
     * @param message how long the message waits that waits longest
     */
    record State(int accounts, Duration look, Duration message) {}

    /** Returns how it is now. */
    synchronized State latest() {
        State known = latest;
        if (known == null || System.nanoTime() - readAt > KEPT.toNanos()) {
            known = read();
            latest = known;
            readAt = System.nanoTime();
        }
        return known;
    }

    private State read() {
        Collection<Lag> all = lags.get();
        return new State(
                all.size(),
                longest(all.stream().map(Lag::lookedAt)),
                longest(all.stream().map(Lag::waitingSince)));
    }

    private Duration longest(Stream<@Nullable Instant> since) {
        Instant now = clock.instant();
        return since.filter(Objects::nonNull)
                .map(at -> Duration.between(at, now))
                .max(Duration::compareTo)
                .filter(age -> !age.isNegative())
                .orElse(Duration.ZERO);
    }
}
