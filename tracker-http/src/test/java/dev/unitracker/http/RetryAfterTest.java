package dev.unitracker.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void seconds_are_seconds() {
        assertThat(read("Retry-After", " 120 ")).isEqualTo(Duration.ofMinutes(2));
        assertThat(read("Retry-After", "0")).isEqualTo(Duration.ZERO);
    }

    @Test
    void a_date_is_counted_from_now() {
        assertThat(read("Retry-After", "Sun, 22 Nov 2026 12:01:30 GMT")).isEqualTo(Duration.ofSeconds(90));
        assertThat(read("Retry-After", "Sun, 22 Nov 2026 11:00:00 GMT")).isEqualTo(Duration.ZERO);
    }

    @Test
    void a_date_is_counted_from_the_servers_own_time_where_it_tells_it() {
        assertThat(read("Retry-After", "Sun, 22 Nov 2026 09:00:10 GMT", "Date", "Sun, 22 Nov 2026 09:00:00 GMT"))
                .isEqualTo(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "1234567", "١٢", "Sun, 22 Nov"})
    void anything_else_is_as_good_as_nothing(String said) {
        assertThat(RetryAfter.of(Headers.of(), () -> NOW)).isNull();
        assertThat(RetryAfter.of(
                        new Headers.Builder()
                                .addUnsafeNonAscii("Retry-After", said)
                                .build(),
                        () -> NOW))
                .isNull();
    }

    private static Duration read(String... headers) {
        Duration asked = RetryAfter.of(Headers.of(headers), () -> NOW);
        assertThat(asked).isNotNull();
        return asked == null ? Duration.ZERO : asked;
    }
}
