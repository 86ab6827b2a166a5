package dev.unitracker;

import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Runs a check for many seeds. What fails names its seed; {@code -Dunitracker.seed=…} starts there instead of at 1. */
public final class Seeds {

    private Seeds() {}

    /** Checks a property for as many seeds in a row. */
    public static void check(String property, int seeds, Consumer<SplittableRandom> check) {
        long first = Long.getLong("unitracker.seed", 1);
        System.out.println(property + ": seeds " + first + " to " + (first + seeds - 1));
        for (long seed = first; seed < first + seeds; seed++) {
            try {
                check.accept(new SplittableRandom(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(property + " fails for -Dunitracker.seed=" + seed + ": " + e.getMessage(), e);
            }
        }
    }
}
