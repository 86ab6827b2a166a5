package dev.unitracker.testkit;

import static dev.unitracker.testkit.Example.NOON;
import static dev.unitracker.testkit.Example.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.spi.Run;
import dev.unitracker.spi.Scope;
import java.time.Instant;
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
                List.of("moodle_forums", "moodle_courses"),
                true,
                NOON,
                NOON.plusSeconds(61),
                Run.Outcome.LOGIN_REFUSED,
                List.of("moodle_forums: 'no' respondió 😀", "two\nlines"),
                37,
                List.of(
                        Run.Answer.kept("get_b", "application/json", "bb".repeat(32)),
                        Run.Answer.said("get_c", "accessexception\nno 'puede' 😀"),
                        Run.Answer.kept("get_a", "", "aa".repeat(32)),
                        Run.Answer.kept("get_a", "", "aa".repeat(32))));

        add(full);

        assertThat(runs().latest(1)).containsExactly(full);
    }

    @Test
    default void a_run_takes_the_place_of_an_attempt_that_broke_off() {
        Run attempt = brokenOff("run-2 attempt 2", "course:2");
        add(run("run-1"), brokenOff("run-2 attempt 1", ""), attempt);

        runs().replace("run-2 attempt 2", brokenOff("run-2 attempt 2", "course:10 'ñ'"));
        Run further = runs().latest(1).get(0);
        runs().replace("run-2 attempt 2", run("run-2"));
        add(run("run-3"));
        runs().replace("run-9", run("run-4"));

        assertThat(further).isEqualTo(brokenOff("run-2 attempt 2", "course:10 'ñ'"));
        assertThat(runs().after("", 9))
                .containsExactly(run("run-1"), brokenOff("run-2 attempt 1", ""), run("run-2"), run("run-3"));
        assertThat(runs().after("run-2", 9)).containsExactly(run("run-3"));
        assertThat(runs().latest(9)).extracting(Run::name).doesNotContain(attempt.name());
    }

    @Test
    default void a_run_is_found_by_its_name_and_comes_without_its_answers() {
        Run attempt = brokenOff("run-2 attempt 1", "course:2");
        add(begun("run-1", NOON), attempt, begun("run-2", NOON));

        assertThat(runs().find("run-1")).contains(begun("run-1", NOON).withoutAnswers());
        assertThat(runs().find(attempt.name())).contains(attempt.withoutAnswers());
        assertThat(runs().find("run-3")).isEmpty();
        assertThat(of("bruno").runs().find("run-1")).isEmpty();
    }

    @Test
    default void the_latest_runs_come_latest_first() {
        add(run("run-1"), run("run-2"), run("run-3"));

        assertThat(runs().latest(2)).containsExactly(run("run-3"), run("run-2"));
        assertThat(runs().latest(100)).hasSize(3);
    }

    @Test
    default void runs_are_read_on_from_a_name() {
        add(run("run-1"), run("run-2"), run("run-3"));

        assertThat(runs().after("", 2)).containsExactly(run("run-1"), run("run-2"));
        assertThat(runs().after("run-2", 2)).containsExactly(run("run-3"));
        assertThat(runs().after("run-3", 2)).isEmpty();
    }

    @Test
    default void answers_are_forgotten_by_age_and_their_runs_stay() {
        Run old = begun("run-1", NOON.minusSeconds(1));
        Run young = begun("run-2", NOON);
        add(old, young);

        int forgotten = runs().forgetAnswers(NOON);

        assertThat(forgotten).isEqualTo(1);
        assertThat(runs().latest(5)).containsExactly(young, old.withoutAnswers());
        assertThat(runs().forgetAnswers(NOON)).isZero();
    }

    @Test
    default void the_latest_full_run_read_everything_and_ended_complete() {
        Run full = run("run-2");

        add(
                run("run-1"),
                full,
                ended("run-3", true, Run.Outcome.PARTIAL),
                ended("run-4", false, Run.Outcome.COMPLETE),
                ended("run-5", true, Run.Outcome.LOGIN_REFUSED),
                brokenOff("run-6 attempt 1", "course:1"));

        assertThat(runs().latestFull()).contains(full);
    }

    @Test
    default void the_latest_full_runs_with_kept_answers_come_latest_first_and_without_their_answers() {
        Run partial = answered("run-4", true, Run.Outcome.PARTIAL, Run.Answer.kept("get_a", "", "aa".repeat(32)));
        Run refused = answered(
                "run-6",
                true,
                Run.Outcome.LOGIN_REFUSED,
                Run.Answer.said("get_b", "no"),
                Run.Answer.kept("get_a", "", "aa".repeat(32)));

        add(
                answered("run-1", true, Run.Outcome.COMPLETE, Run.Answer.kept("get_a", "", "aa".repeat(32))),
                ended("run-2", true, Run.Outcome.COMPLETE),
                answered("run-3", true, Run.Outcome.COMPLETE, Run.Answer.said("get_a", "\"artifact\":\"aa\"")),
                partial,
                answered("run-5", false, Run.Outcome.COMPLETE, Run.Answer.kept("get_a", "", "aa".repeat(32))),
                refused,
                brokenOff("run-7 attempt 1", "course:1"));

        assertThat(runs().latestFullWithAnswers(2)).containsExactly(refused.withoutAnswers(), partial.withoutAnswers());
        assertThat(runs().latestFullWithAnswers(9)).hasSize(3);
    }

    private void add(Run... runs) {
        for (Run run : runs) {
            runs().add(run);
        }
    }

    private static Run ended(String name, boolean full, Run.Outcome outcome) {
        return answered(name, full, outcome);
    }

    private static Run answered(String name, boolean full, Run.Outcome outcome, Run.Answer... answers) {
        return new Run(
                name,
                full,
                List.of(),
                false,
                NOON,
                NOON.plusSeconds(1),
                outcome,
                List.of("a line"),
                1,
                List.of(answers));
    }

    private static Run brokenOff(String name, String reached) {
        Run run = run(name);
        return new Run(
                name,
                run.full(),
                run.collectors(),
                run.removalsAccepted(),
                run.startedAt(),
                run.finishedAt(),
                Run.Outcome.BROKEN_OFF,
                run.notLooked(),
                run.requests(),
                run.answers(),
                new Run.Progress(
                        reached,
                        List.of("course:1 'ñ'", "course:2"),
                        List.of(new Scope("moodle_files", "file:9:/a 'b'\n.pdf"))));
    }

    private static Run begun(String name, Instant at) {
        return new Run(
                name,
                true,
                List.of(),
                false,
                at,
                at.plusSeconds(1),
                Run.Outcome.COMPLETE,
                List.of(),
                1,
                List.of(Run.Answer.kept("get_a", "application/json", "aa".repeat(32))));
    }
}
