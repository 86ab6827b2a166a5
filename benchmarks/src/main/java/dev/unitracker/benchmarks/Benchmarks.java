package dev.unitracker.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Runs the benchmarks that are named, or all, and prints their figures beside what they have to be. */
public final class Benchmarks {

    private static final String USAGE =
            "usage: benchmarks/run [--small] [diff] [sync] [store] [tell] [api] [memory] [start]";

    private enum Part {
        DIFF,
        SYNC,
        STORE,
        TELL,
        API,
        MEMORY,
        START;

        void measure(Settings settings, Report report) {
            switch (this) {
                case DIFF -> DiffFigures.measure(settings, report);
                case SYNC -> SyncFigures.measure(settings, report);
                case STORE -> StoreFigures.measure(settings, report);
                case TELL -> TellFigures.measure(settings, report);
                case API -> ApiFigures.measure(settings, report);
                case MEMORY -> MemoryFigures.measure(settings, report);
                case START -> StartFigures.measure(settings, report);
            }
        }
    }

    private Benchmarks() {}

    /** Takes the parts to run; the process ends with 1 if a target is missed, and with 2 if the words mean nothing. */
    public static void main(String[] arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(arguments));
        boolean small = words.remove("--small");
        Set<Part> parts = words.isEmpty() ? EnumSet.allOf(Part.class) : EnumSet.noneOf(Part.class);
        for (String word : words) {
            try {
                parts.add(Part.valueOf(word.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                System.err.println("there is no benchmark " + word + "; " + USAGE);
                System.exit(2);
            }
        }
        Path folder = Files.createDirectories(Path.of(System.getProperty("unitracker.benchmarks", "target/data")));
        Report report = new Report(System.err);
        report.add(Figure.plain("machine", machine()));
        parts.forEach(part -> part.measure(new Settings(small, folder), report));
        report.print(System.out);
        System.exit(report.allMet() ? 0 : 1);
    }

    /** Others that use the processors at the same time make every figure worse, so it is said how busy they are. */
    private static String machine() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return Runtime.getRuntime().availableProcessors() + " processors, Java "
                + Runtime.version().feature() + ", load at the start "
                + String.format(Locale.ROOT, "%.1f", load);
    }
}
