package dev.unitracker.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** Reads for how long a server asks to be left alone: in seconds, or until a date (RFC 9110, 10.2.3). Pure. */
final class RetryAfter {

    private static final String NAME = "Retry-After";
    private static final int MOST_DIGITS = 6;

    private RetryAfter() {}

    /**
     * Returns for how long from now on; zero for a date that is over; null if it is not said, or cannot be read.
     *
     * @param clock the time, where the answer does not tell the server's own
     */
    static @Nullable Duration of(Headers headers, InstantSource clock) {
        String said = headers.get(NAME);
        if (said == null) {
            return null;
        }
        if (isNumber(said.strip())) {
            return Duration.ofSeconds(Long.parseLong(said.strip()));
        }
        Instant until = headers.getInstant(NAME);
        return until == null ? null : between(now(headers, clock), until);
    }

    /** The clock of this machine may be wrong; that of the server fits what it says. */
    private static Instant now(Headers headers, InstantSource clock) {
        Instant told = headers.getInstant("Date");
        return told == null ? clock.instant() : told;
    }

    private static Duration between(Instant now, Instant until) {
        return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
