package dev.unitracker.testkit;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Says how the cost of reading a text grows with its length, without knowing how fast the machine is: it compares the
 * processor time of one long text with that of the same text read in sixteen pieces. Work that grows as its input does
 * costs the same both times; work that grows with the square of its input costs sixteen times as much in one piece. For
 * tests of hostile input. Safe for use by several threads; it counts only what the calling thread itself does.
 */
public final class Growth {

    private static final int PIECES = 16;
    private static final double LIMIT = 4;
    private static final int ATTEMPTS = 3;
    private static final int MOST_ROUNDS = 20;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Growth() {}

    /**
     * Checks that reading a text costs at most four times what its sixteen pieces cost. The pieces are read until they cost
     * the same twice, for the first readings of all are slower than later ones and would hide what grows. It is measured up to
     * three times.
     *
     * @param repeated what the text is made of, again and again; not empty
     * @param length how long the text is, in characters; long enough for the reading to take some milliseconds
     * @param reading reads a text, in the calling thread
     * @throws AssertionError if the cost grows faster than the text each time it is measured
     */
    public static void assertProportional(String repeated, int length, Consumer<String> reading) {
        double times = Double.MAX_VALUE;
        for (int attempt = 0; attempt < ATTEMPTS && times > LIMIT; attempt++) {
            times = Math.min(times, wholeByPieces(repeated, length / repeated.length(), reading));
        }
        if (times > LIMIT) {
            throw new AssertionError(String.format(
                    Locale.ROOT,
                    "%d characters of \"%s\" cost %.1f times what they cost in %d pieces; more than %.0f times is too much",
                    length,
                    repeated,
                    times,
                    PIECES,
                    LIMIT));
        }
    }

    private static double wholeByPieces(String repeated, int times, Consumer<String> reading) {
        List<String> pieces = IntStream.range(0, PIECES)
                .mapToObj(i -> repeated.repeat(times / PIECES))
                .toList();
        long inPieces = settledCost(() -> pieces.forEach(reading));
        String whole = String.join("", pieces);
        return (double) cost(() -> reading.accept(whole)) / Math.max(1, inPieces);
    }

    /** Returns what some work costs once it costs about what it did the time before. */
    private static long settledCost(Runnable work) {
        long before = cost(work);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            long now = cost(work);
            if (now <= before && before - now <= before / 4) {
                return now;
            }
            before = now;
        }
        return before;
    }

    private static long cost(Runnable work) {
        long before = THREADS.getCurrentThreadCpuTime();
        work.run();
        return THREADS.getCurrentThreadCpuTime() - before;
    }
}
