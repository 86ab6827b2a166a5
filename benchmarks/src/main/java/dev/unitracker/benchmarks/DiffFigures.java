package dev.unitracker.benchmarks;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** The diff engine against JaVers, by JMH: each in a JVM of its own, both warmed up alike. */
final class DiffFigures {

    private static final double TIMES_AS_FAST = 50;
    private static final double SHARE_OF_ALLOCATION = 0.1;

    private DiffFigures() {}

    static void measure(Settings settings, Report report) {
        for (int items : settings.small() ? new int[] {1000} : new int[] {1000, 10_000}) {
            report.doing("Comparing " + items + " items, one in a hundred of them changed");
            Cost ours = measure(settings, "ours", items);
            Cost javers = measure(settings, "javers", items);
            String of = "diff, " + items + " items: ";
            report.add(Figure.plain(of + "time per item", Figure.text(ours.nanoseconds(), "ns")));
            report.add(Figure.plain(of + "time per item, JaVers", Figure.text(javers.nanoseconds(), "ns")));
            report.add(Figure.atLeast(
                    of + "times as fast as JaVers", javers.nanoseconds() / ours.nanoseconds(), TIMES_AS_FAST, ""));
            report.add(Figure.plain(of + "allocation per item", Figure.text(ours.bytes(), "B")));
            report.add(Figure.plain(of + "allocation per item, JaVers", Figure.text(javers.bytes(), "B")));
            report.add(Figure.atMost(
                    of + "allocation, share of JaVers'", ours.bytes() / javers.bytes(), SHARE_OF_ALLOCATION, ""));
        }
    }

    /** What one item costs. */
    private record Cost(double nanoseconds, double bytes) {}

    private static Cost measure(Settings settings, String which, int items) {
        Path log = settings.folder().resolve("jmh-" + which + "-" + items + ".txt");
        Options options = new OptionsBuilder()
                .include(DiffBenchmark.class.getName() + "\\." + which + "$")
                .param("items", Integer.toString(items))
                .addProfiler(GCProfiler.class)
                .forks(1)
                .warmupIterations(settings.small() ? 2 : 5)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(settings.small() ? 2 : 5)
                .measurementTime(TimeValue.seconds(2))
                .shouldFailOnError(true)
                .output(log.toString())
                .build();
        try {
            Collection<RunResult> results = new Runner(options).run();
            RunResult result = results.iterator().next();
            return new Cost(
                    result.getPrimaryResult().getScore() / items,
                    Objects.requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm"))
                                    .getScore()
                            / items);
        } catch (RunnerException e) {
            throw new IllegalStateException("JMH could not run; it wrote why to " + log, e);
        }
    }
}
