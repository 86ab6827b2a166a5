package dev.unitracker.example.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TempoTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    @ParameterizedTest
    @CsvSource({
        // By day, and by night; something due soon comes first.
        "2026-03-02T12:00:00Z, P5D, PT20M",
        "2026-03-02T12:00:00Z, PT48H, PT10M",
        "2026-03-02T12:00:00Z, PT48H0.001S, PT20M",
        "2026-03-02T12:00:00Z, PT0S, PT10M",
        "2026-03-02T21:59:59Z, P5D, PT20M",
        "2026-03-02T22:00:00Z, P5D, PT1H",
        "2026-03-03T04:59:59Z, P5D, PT1H",
        "2026-03-03T05:00:00Z, P5D, PT20M",
        "2026-03-02T22:00:00Z, PT3H, PT10M",
        // In summer the night begins an hour earlier by the sun's clock.
        "2026-07-02T21:00:00Z, P5D, PT1H"
    })
    void what_lies_ahead_and_the_students_night_decide(Instant now, Duration ahead, Duration between) {
        assertThat(Tempo.DEFAULT.between(Optional.of(now.plus(ahead)), now, MADRID))
                .isEqualTo(between);
    }

    @Test
    void a_quiet_week_is_looked_at_each_hour() {
        assertThat(Tempo.DEFAULT.between(Optional.empty(), Instant.parse("2026-03-02T12:00:00Z"), MADRID))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void the_bounds_hold_whatever_lies_ahead() {
        Instant now = Instant.parse("2026-03-02T12:00:00Z");
        Tempo bound = new Tempo(Duration.ofMinutes(20), Duration.ofMinutes(15), Duration.ofMinutes(30));

        assertThat(bound.between(Optional.of(now), now, MADRID)).isEqualTo(Duration.ofMinutes(15));
        assertThat(bound.between(Optional.empty(), now, MADRID)).isEqualTo(Duration.ofMinutes(30));
        assertThat(bound.longest()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void bounds_the_wrong_way_round_are_refused() {
        assertThatThrownBy(() -> new Tempo(Duration.ofMinutes(20), Duration.ofHours(2), Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void accounts_that_were_planned_for_the_same_moment_are_spread_over_the_time_between_looks() {
        Instant all = Instant.parse("2026-03-02T12:00:00Z");
        Duration between = Duration.ofMinutes(20);

        int[] perMinute = new int[25];
        IntStream.range(0, 2000).forEach(number -> {
            Instant next = Tempo.next("student-" + number, all, between);
            perMinute[(int) Duration.between(all, next).toMinutes()]++;
        });

        assertThat(IntStream.of(perMinute).limit(5).sum()).isZero();
        assertThat(IntStream.of(perMinute).skip(5).limit(20)).allMatch(count -> count > 60 && count < 140);
    }

    @Test
    void who_is_looked_at_in_time_keeps_the_same_time_between_looks() {
        Duration between = Duration.ofMinutes(20);
        Instant first = Tempo.next("ana", Instant.parse("2026-03-02T12:00:00Z"), between);

        Instant second = Tempo.next("ana", first, between);
        Instant afterALateOne = Tempo.next("ana", second.plus(Duration.ofMinutes(3)), between);

        assertThat(Duration.between(first, second)).isEqualTo(between);
        assertThat(Duration.between(second, afterALateOne)).isEqualTo(between);
    }
}
