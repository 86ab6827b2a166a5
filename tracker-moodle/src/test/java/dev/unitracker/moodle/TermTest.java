package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.SyncReport;
import dev.unitracker.model.Change;
import dev.unitracker.moodle.simulator.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A term of forty steps with 122 real edits and 38 that nobody would care for. */
class TermTest {

    private static final Recording TERM = Recording.term();

    @Test
    void every_edit_is_told_and_nothing_else_when_all_is_read_each_time() {
        try (Student student = Student.of(TERM)) {
            Score score = play(student, Student::look);

            assertPerfect("full looks", score);
        }
    }

    @Test
    void every_edit_is_told_and_nothing_else_when_only_what_moved_is_read() {
        try (Student student = Student.of(TERM)) {
            Score score = play(student, Student::quietLook);

            assertPerfect("quiet looks", score);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 42, 2026})
    void the_order_of_lists_in_answers_plays_no_part(long seed) {
        try (Student student = Student.of(TERM)) {
            student.moodle.shuffleArrays(seed);

            Score score = play(student, Student::look);

            assertPerfect("shuffled with seed " + seed, score);
        }
    }

    private static Score play(Student student, Function<Student, SyncReport> look) {
        Score score = new Score();
        for (int step = 0; step < TERM.steps(); step++) {
            student.moodle.moveTo(step);
            List<Change> told = new ArrayList<>();
            for (int time = 0; time < 2; time++) {
                SyncReport report = look.apply(student);
                assertThat(report.run().notLooked()).isEmpty();
                assertThat(report.suspected()).isEmpty();
                told.addAll(report.changes());
            }
            score.add(step, TERM.edits(step), told);
        }
        return score;
    }

    private static void assertPerfect(String how, Score score) {
        System.out.println("term, " + how + ": " + score);
        assertThat(score.missed()).isEmpty();
        assertThat(score.unexplained()).isEmpty();
        assertThat(score).hasToString("recall 122/122, false 0");
    }
}
