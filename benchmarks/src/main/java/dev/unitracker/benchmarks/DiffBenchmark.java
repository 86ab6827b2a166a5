package dev.unitracker.benchmarks;

import dev.unitracker.diff.Diff;
import dev.unitracker.diff.DiffRules;
import dev.unitracker.diff.Difference;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Two states compared, by this library and by JaVers, on the same items. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DiffBenchmark {

    /** How many items a state has. */
    @Param({"1000", "10000"})
    public int items;

    private final Rival rival = new Rival();
    private States states = States.of(0);
    private List<Rival.Document> before = List.of();
    private List<Rival.Document> after = List.of();

    /** Makes the states, and refuses to compare what does not do the same work. */
    @Setup
    public void prepare() {
        states = States.of(items);
        before = Rival.documents(states.before());
        after = Rival.documents(states.after());
        int changed = items / States.ONE_IN;
        Rival.Found expected = new Rival.Found(changed, changed * States.FIELDS_CHANGED);
        if (!found(ours()).equals(expected) || !javers().equals(expected)) {
            throw new IllegalStateException("not the same work: " + found(ours()) + " and " + javers());
        }
    }

    /** Returns what our diff says. */
    @Benchmark
    public List<Difference> ours() {
        return Diff.between(states.before(), states.after(), DiffRules.STRICT);
    }

    /** Returns what JaVers says. */
    @Benchmark
    public Rival.Found javers() {
        return rival.compare(before, after);
    }

    static Rival.Found found(List<Difference> differences) {
        return new Rival.Found(
                differences.size(),
                differences.stream()
                        .mapToInt(difference -> difference.fields().size())
                        .sum());
    }
}
