package dev.unitracker.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatencyTest {

    @Test
    void ninety_nine_of_a_hundred_times_are_within_the_last_but_one() {
        Latency latency = new Latency(LongStream.rangeClosed(1, 100)
                .map(number -> (101 - number) * 1_000_000)
                .toArray());

        assertThat(latency.within(0.99)).isEqualTo(99);
        assertThat(latency.within(0.5)).isEqualTo(50);
        assertThat(latency.longest()).isEqualTo(100);
    }

    @Test
    void the_warm_up_is_done_but_not_counted() {
        int[] done = {0};

        Latency.of(3, 5, time -> done[0]++);

        assertThat(done[0]).isEqualTo(8);
    }
}
