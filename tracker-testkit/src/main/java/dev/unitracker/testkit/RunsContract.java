package dev.unitracker.testkit;

import static dev.unitracker.testkit.Example.NOON;
import static dev.unitracker.testkit.Example.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.spi.Run;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link dev.unitracker.spi.Runs} promises. */
interface RunsContract extends OpenStore {

    @Test
    default void before_the_first_run_there_is_none() {
        assertThat(runs().latest(5)).isEmpty();
        assertThat(runs().latestFull()).isEmpty();
    }

    @Test
    default void a_run_comes_back_with_all_it_says() {
        Run full = new Run(
                "2026-03-02T12:00:00Z-1",
                false,
                NOON,
                NOON.plusSeconds(61),
                Run.Outcome.LOGIN_REFUSED,
                List.of("moodle_forums: 'no' respondió 😀", "two\nlines"),
                37,
                List.of(
                        new Run.Answer("get_b", "bb".repeat(32)),
                        new Run.Answer("get_a", "aa".repeat(32)),
                        new Run.Answer("get_a", "aa".repeat(32))));

        add(full);

        assertThat(runs().latest(1)).containsExactly(full);
    }

    @Test
    default void the_latest_runs_come_latest_first() {
        add(run("run-1"), run("run-2"), run("run-3"));

        assertThat(runs().latest(2)).containsExactly(run("run-3"), run("run-2"));
        assertThat(runs().latest(100)).hasSize(3);
    }

    @Test
    default void the_latest_full_run_read_everything_and_ended_complete() {
        Run full = run("run-2");

        add(
                run("run-1"),
                full,
                ended("run-3", true, Run.Outcome.PARTIAL),
                ended("run-4", false, Run.Outcome.COMPLETE),
                ended("run-5", true, Run.Outcome.LOGIN_REFUSED));

        assertThat(runs().latestFull()).contains(full);
    }

    private void add(Run... runs) {
        for (Run run : runs) {
            runs().add(run);
        }
    }

    private static Run ended(String name, boolean full, Run.Outcome outcome) {
        return new Run(name, full, NOON, NOON.plusSeconds(1), outcome, List.of(), 1, List.of());
    }
}
