package dev.unitracker.example.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RestTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void one_account_that_fails_again_and_again_does_not_stop_the_others() {
        Rest rest = Rest.NONE;
        for (int time = 0; time < 10; time++) {
            rest = rest.failed("ana", NOON);
        }

        assertThat(rest.rests()).isFalse();
        assertThat(rest.isOver("bob", NOON)).isTrue();
    }

    @Test
    void when_a_second_account_fails_too_the_site_is_left_alone_twice_as_long_each_time() {
        Rest rest = Rest.NONE.failed("ana", NOON);
        StringBuilder pauses = new StringBuilder();
        for (int time = 0; time < 8; time++) {
            rest = rest.failed("bob", NOON);
            pauses.append(Duration.between(NOON, rest.until()).toMinutes()).append(' ');
        }

        assertThat(pauses.toString()).isEqualTo("1 2 4 8 16 30 30 30 ");
        assertThat(rest.isOver("carl", NOON.plus(Duration.ofMinutes(29)))).isFalse();
        assertThat(rest.isOver("carl", NOON.plus(Duration.ofMinutes(30)))).isTrue();
    }

    @Test
    void whoever_failed_last_lets_the_others_go_first() {
        Rest rest = Rest.NONE.failed("ana", NOON).failed("bob", NOON);
        Instant over = NOON.plus(Duration.ofMinutes(1));

        assertThat(rest.isOver("ana", over)).isTrue();
        assertThat(rest.isOver("bob", over)).isFalse();
        assertThat(rest.isOver("bob", over.plus(Duration.ofMinutes(1)))).isTrue();
    }
}
