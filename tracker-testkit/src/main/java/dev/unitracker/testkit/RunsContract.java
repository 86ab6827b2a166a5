package dev.unitracker.testkit;

import static dev.unitracker.testkit.Example.HOME;
import static dev.unitracker.testkit.Example.NOON;
import static dev.unitracker.testkit.Example.SOURCE;
import static dev.unitracker.testkit.Example.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.run.Level;
import dev.unitracker.run.Missed;
import dev.unitracker.run.PartOutcome;
import dev.unitracker.run.Run;
import dev.unitracker.spi.Home;
import dev.unitracker.spi.KeptAnswer;
import dev.unitracker.spi.KeptAnswer.Failure;
import dev.unitracker.spi.Progress;
import dev.unitracker.spi.RunAnswers;
import dev.unitracker.spi.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@link dev.unitracker.spi.Runs} promises. */
interface RunsContract extends OpenStore {

    @Test
    default void before_the_first_run_there_is_none() {
        assertThat(runs().latest(5)).isEmpty();
        assertThat(runs().latestFull(5)).isEmpty();
        assertThat(runs().after("", 5)).isEmpty();
    }

    @Test
    default void a_run_comes_back_with_all_it_says() {
        Run full = eventful();
        RunAnswers answered = RunAnswers.of(full, severalAnswers());

        add(answered);

        assertThat(runs().latest(1)).containsExactly(full);
        assertThat(runs().after("", 1)).containsExactly(answered);
    }

    private static Run eventful() {
        return new Run(
                "2026-03-02T12:00:00Z-1",
                false,
                true,
                NOON,
                NOON.plusSeconds(61),
                Run.Outcome.LOGIN_REFUSED,
                List.of(
                        PartOutcome.complete("moodle_forums"),
                        new PartOutcome(
                                "moodle_courses",
                                Level.PARTIAL,
                                List.of(
                                        new Missed(Missed.Code.FAILED, "submission of 'TP' 1", "respondió 😀"),
                                        Missed.of(Missed.Code.OTHER, "two\nlines"))),
                        new PartOutcome(
                                "moodle_files", Level.NOT_LOOKED, List.of(Missed.of(Missed.Code.LOGIN_REFUSED, "no")))),
                37,
                3);
    }

    private static Map<String, List<KeptAnswer>> severalAnswers() {
        return Map.of(
                "moodle",
                List.of(
                        KeptAnswer.kept("get_b", "application/json", "bb".repeat(32)),
                        KeptAnswer.said("get_c", "accessexception\nno 'puede' 😀"),
                        KeptAnswer.kept("get_a", "", "aa".repeat(32)),
                        KeptAnswer.kept("get_a", "", "aa".repeat(32))),
                "news 'ñ'",
                List.of(
                        KeptAnswer.failed("page", Failure.UNAVAILABLE, "HTTP 503"),
                        KeptAnswer.failed("page", Failure.LOGIN_REFUSED, "")));
    }

    @Test
    default void a_run_takes_the_place_of_an_attempt_that_broke_off() {
        RunAnswers attempt = brokenOff("run-2 attempt 2", "course:2");
        add(run("run-1"), brokenOff("run-2 attempt 1", ""), attempt);

        runs().replace("run-2 attempt 2", brokenOff("run-2 attempt 2", "course:10 'ñ'"));
        Run further = runs().latest(1).get(0);
        runs().replace("run-2 attempt 2", run("run-2"));
        add(run("run-3"));
        runs().replace("run-9", run("run-4"));

        assertThat(further)
                .isEqualTo(brokenOff("run-2 attempt 2", "course:10 'ñ'").run());
        assertThat(runs().after("", 9))
                .containsExactly(run("run-1"), brokenOff("run-2 attempt 1", ""), run("run-2"), run("run-3"));
        assertThat(runs().after("run-2", 9)).containsExactly(run("run-3"));
        assertThat(runs().latest(9)).extracting(Run::name).doesNotContain("run-2 attempt 2");
    }

    @Test
    default void a_run_is_found_by_its_name() {
        RunAnswers attempt = brokenOff("run-2 attempt 1", "course:2");
        add(begun("run-1", NOON), attempt, begun("run-2", NOON));

        assertThat(runs().find("run-1")).contains(begun("run-1", NOON).run());
        assertThat(runs().find("run-2 attempt 1")).contains(attempt.run());
        assertThat(runs().find("run-3")).isEmpty();
        assertThat(of("bruno").runs().find("run-1")).isEmpty();
    }

    @Test
    default void the_latest_runs_come_latest_first() {
        add(run("run-1"), run("run-2"), run("run-3"));

        assertThat(runs().latest(2))
                .containsExactly(run("run-3").run(), run("run-2").run());
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
        RunAnswers old = begun("run-1", NOON.minusSeconds(1));
        RunAnswers young = begun("run-2", NOON);
        add(old, young);

        int forgotten = runs().forgetAnswers(NOON);

        assertThat(forgotten).isEqualTo(1);
        assertThat(runs().after("", 5)).containsExactly(RunAnswers.none(old.run()), young);
        assertThat(runs().forgetAnswers(NOON)).isZero();
    }

    @Test
    default void the_latest_full_runs_read_everything_and_got_to_their_end() {
        RunAnswers partial = ended("run-3", true, Run.Outcome.PARTIAL);
        RunAnswers refused = ended("run-5", true, Run.Outcome.LOGIN_REFUSED);

        add(
                run("run-1"),
                run("run-2"),
                partial,
                ended("run-4", false, Run.Outcome.COMPLETE),
                refused,
                brokenOff("run-6 attempt 1", "course:1"));

        assertThat(runs().latestFull(3))
                .containsExactly(refused.run(), partial.run(), run("run-2").run());
        assertThat(runs().latestFull(9)).hasSize(4);
        assertThat(of("bruno").runs().latestFull(9)).isEmpty();
    }

    @Test
    default void runs_are_removed_by_their_names_and_the_others_keep_their_order() {
        add(run("run-1"), run("run-2"), run("run-3"));
        of("bruno").runs().add(run("run-2"));

        runs().remove(List.of("run-2", "run-7"));
        runs().remove(List.of());
        add(run("run-4"));

        assertThat(runs().after("", 5)).containsExactly(run("run-1"), run("run-3"), run("run-4"));
        assertThat(runs().after("run-1", 5)).containsExactly(run("run-3"), run("run-4"));
        assertThat(runs().latest(1)).containsExactly(run("run-4").run());
        assertThat(of("bruno").runs().find("run-2")).isPresent();
    }

    private void add(RunAnswers... runs) {
        for (RunAnswers run : runs) {
            runs().add(run);
        }
    }

    private static RunAnswers ended(String name, boolean full, Run.Outcome outcome) {
        return RunAnswers.none(named(name, full, NOON, outcome));
    }

    private static RunAnswers brokenOff(String name, String reached) {
        Progress progress = new Progress(
                new Home(SOURCE, reached),
                List.of(new Home(SOURCE, "course:1 'ñ'"), HOME),
                List.of(new Scope("moodle_files", "file:9:/a 'b'\n.pdf")));
        return new RunAnswers(
                named(name, true, NOON, Run.Outcome.BROKEN_OFF), run(name).answers(), progress);
    }

    private static RunAnswers begun(String name, Instant at) {
        return RunAnswers.of(
                named(name, true, at, Run.Outcome.COMPLETE), run(name).answers());
    }

    private static Run named(String name, boolean full, Instant at, Run.Outcome outcome) {
        return new Run(name, full, false, at, at.plusSeconds(1), outcome, List.of(), 1, 1);
    }
}
