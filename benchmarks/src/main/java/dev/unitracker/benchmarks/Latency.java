package dev.unitracker.benchmarks;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** How long something took, each time it was done. Every time counts; nothing is left out for being slow. */
final class Latency {

    /** Nanoseconds, ascending. */
    private final long[] sorted;

    Latency(long... nanoseconds) {
        this.sorted = nanoseconds.clone();
        Arrays.sort(sorted);
    }

    /** Does something often, first without measuring. The number says the how manieth time it is. */
    static Latency of(int warmUp, int times, IntConsumer work) {
        for (int i = 0; i < warmUp; i++) {
            work.accept(i);
        }
        long[] took = new long[times];
        for (int i = 0; i < times; i++) {
            long begin = System.nanoTime();
            work.accept(warmUp + i);
            took[i] = System.nanoTime() - begin;
        }
        return new Latency(took);
    }

    /** Returns the milliseconds within which a share of the times were over: 0.99 for 99 of 100. */
    double within(double share) {
        int last = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.max(0, last)] / 1e6;
    }

    double longest() {
        return within(1);
    }

    @Override
    public String toString() {
        return "p50 " + Figure.text(within(0.5), "ms") + ", max " + Figure.text(longest(), "ms");
    }
}
