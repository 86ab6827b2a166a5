package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.Change;
import dev.unitracker.moodle.simulator.Recording;
import dev.unitracker.report.SyncReport;
import dev.unitracker.run.Part;
import dev.unitracker.spi.Collector;
import dev.unitracker.spi.Look;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Sink;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A term of forty steps with 122 real edits and 38 that nobody would care for. */
class TermTest {

    private static final Recording TERM = Recording.term();

    /** What full looks write when nothing is out of the ordinary. */
    private static final Memoized<List<String>> LEDGER = new Memoized<>(() -> {
        try (Student student = Student.of(TERM)) {
            play(student, Student::look);
            return student.comparableLedger();
        }
    });

    private record Memoized<T>(AtomicReference<T> value, Supplier<T> supplier) {
        Memoized(Supplier<T> supplier) {
            this(new AtomicReference<>(), supplier);
        }

        T get() {
            return value.updateAndGet(known -> known == null ? supplier.get() : known);
        }
    }

    @Test
    void every_edit_is_told_and_nothing_else_when_all_is_read_each_time() {
        try (Student student = Student.of(TERM)) {
            Score score = play(student, Student::look);

            assertPerfect("full looks", score);
            assertThat(student.comparableLedger()).isEqualTo(LEDGER.get());
            assertThat(student.ledger())
                    .allSatisfy(change -> assertThat(change.evidence())
                            .as("the answers that prove %s", change)
                            .isNotEmpty()
                            .allSatisfy(evidence -> assertThat(
                                            student.artifacts.find(Objects.requireNonNull(evidence.artifact())))
                                    .isPresent()));
            assertThat(student.tracker().replay().difference()).isEmpty();
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
    @ValueSource(longs = {42, 2026})
    void the_order_of_lists_in_answers_plays_no_part(long seed) {
        try (Student student = Student.of(TERM)) {
            student.moodle.shuffleArrays(seed);

            Score score = play(student, Student::look);

            assertPerfect("shuffled with seed " + seed, score);
            assertThat(student.comparableLedger()).isEqualTo(LEDGER.get());
        }
    }

    @Test
    void the_order_of_the_observations_plays_no_part() {
        try (Student student = Student.of(TERM)) {
            Collector moodle = Student.collector(student.moodle, site -> site.token(student.moodle.token()));

            Score score = play(student.watchedBy(collecting(moodle, TermTest::observationsBackwards)), Student::look);

            assertPerfect("observations backwards", score);
            assertThat(student.comparableLedger()).isEqualTo(LEDGER.get());
        }
    }

    @Test
    void the_order_of_the_parts_plays_no_part() {
        try (Student student = Student.of(TERM)) {
            Collector moodle = Student.collector(student.moodle, site -> site.token(student.moodle.token()));

            Score score = play(student.watchedBy(collecting(moodle, TermTest::partsBackwards)), Student::look);

            assertPerfect("parts backwards", score);
            assertThat(student.comparableLedger()).isEqualTo(LEDGER.get());
        }
    }

    private interface Collecting {
        void collect(Collector collector, Look look, Sink sink);
    }

    private static Collector collecting(Collector collector, Collecting how) {
        return new Collector() {
            @Override
            public String name() {
                return collector.name();
            }

            @Override
            public List<Part> parts() {
                return collector.parts();
            }

            @Override
            public void collect(Look look, Sink sink) {
                how.collect(collector, look, sink);
            }
        };
    }

    private static void observationsBackwards(Collector collector, Look look, Sink sink) {
        List<Observation> seen = new ArrayList<>();
        collector.collect(look, new Sink() {
            @Override
            public void observe(Observation observation) {
                seen.add(observation);
            }

            @Override
            public void read(String part, Runnable reading) {
                sink.read(part, reading);
            }
        });
        Collections.reverse(seen);
        seen.forEach(sink::observe);
    }

    private static void partsBackwards(Collector collector, Look look, Sink sink) {
        List<Runnable> readings = new ArrayList<>();
        collector.collect(look, new Sink() {
            @Override
            public void observe(Observation observation) {
                sink.observe(observation);
            }

            @Override
            public void read(String part, Runnable reading) {
                readings.add(() -> sink.read(part, reading));
            }
        });
        assertThat(readings).hasSameSizeAs(collector.parts());
        Collections.reverse(readings);
        readings.forEach(Runnable::run);
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
