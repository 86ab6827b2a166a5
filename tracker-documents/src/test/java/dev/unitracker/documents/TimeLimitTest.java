package dev.unitracker.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class TimeLimitTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    /** Long enough for a busy machine to start the work: what never started cannot be interrupted. */
    private static final Duration START_INCLUDED = Duration.ofSeconds(1);

    @Test
    void work_in_time_gives_its_result_from_a_daemon_thread() throws Exception {
        boolean daemon = TimeLimit.within(LONG, () -> Thread.currentThread().isDaemon());

        assertThat(daemon).isTrue();
    }

    @Test
    void work_without_end_is_interrupted() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);

        assertThatThrownBy(() -> TimeLimit.within(START_INCLUDED, () -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        Thread.onSpinWait();
                    }
                    interrupted.countDown();
                    return "";
                }))
                .isInstanceOf(TimeoutException.class);

        assertThat(interrupted.await(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void even_an_error_is_only_a_failure_of_the_work() {
        assertThatThrownBy(() -> TimeLimit.within(LONG, () -> {
                    throw new StackOverflowError();
                }))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(StackOverflowError.class);
    }
}
